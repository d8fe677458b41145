import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/analyse/sentences.js';
import { tokenise } from '../../src/analyse/tokens.js';

function sentences(text: string): string[] {
  const tokens = tokenise(text);
  return splitSentences(text, tokens).map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
}

describe('splitSentences', () => {
  it('keeps closing quotation marks with their sentence', () => {
    expect(sentences('“We won.” She left. "No!" he said.')).toEqual(['“We won.”', 'She left.', '"No!" he said.']);
  });

  it('does not end at abbreviations and initials', () => {
    expect(sentences('Gen. A. B. Moe of the U.S. Army met Mr. Lee. He left the U.S. The end.')).toEqual([
      'Gen. A. B. Moe of the U.S. Army met Mr. Lee.',
      'He left the U.S.',
      'The end.',
    ]);
  });

  it('does not end at titles and towns in capitals', () => {
    expect(sentences('In FT. WORTH and ST. PARIS it rained.')).toEqual(['In FT. WORTH and ST. PARIS it rained.']);
  });

  it('ends at line breaks, so that headlines stand alone, but not within a wrapped sentence', () => {
    expect(sentences('Storm hits coast\nA storm hit\nthe coast.\n\nmore')).toEqual([
      'Storm hits coast',
      'A storm hit\nthe coast.',
      'more',
    ]);
  });

  it('reads empty text', () => {
    expect(sentences('')).toEqual([]);
  });
});
