import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/analyse/tokens.js';

const words = (text: string): string => tokenise(text).map((token) => token.text).join(' ');

describe('tokenise', () => {
  it.each([
    ['She didn’t see it; they can’t.', 'She did n’t see it ; they ca n’t .'],
    ["Oslo's mayor cannot say it's over", "Oslo 's mayor can not say it 's over"],
    ["the ministers' O'Hara", "the ministers ' O'Hara"],
    ['Mr. Lund of the U.S. met J. P. Ray at 9:30 a.m.', 'Mr. Lund of the U.S. met J. P. Ray at 9:30 a.m.'],
    ['It lost US$1.5m, or 3.2%.', 'It lost US$ 1.5 m , or 3.2 % .'],
    ['a 20-year-old, Rome-based non-profit', 'a 20 - year - old , Rome - based non-profit'],
    ['anti-Rome protests', 'anti - Rome protests'],
    ['“No” — he… "yes\'', '“ No ” — he … " yes \''],
    ['See https://example.org/a?b=1, or @desk (a.b@example.org).', 'See https://example.org/a?b=1 , or @desk ( a.b@example.org ) .'],
    ['AT&T won 2-1 on 9/11', 'AT&T won 2 - 1 on 9/11'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('gives exact offsets in UTF-16 units', () => {
    const text = 'Na 😀 “Zürich’s” …';
    for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokenise(text).map((token) => token.text)).toEqual(['Na', '😀', '“', 'Zürich', '’s', '”', '…']);
  });
});
