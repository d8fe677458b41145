import { describe, expect, it } from 'vitest'
import { mended } from '../../src/analyse/mend-trees.js'

/** Heads and relations of words written as form/UPOS/XPOS/relation/head, heads counted from 1. */
function heads(written: string): string[] {
  const nodes = written.split(' ').map((word) => {
    const [, upos = '', xpos = '', deprel = '', head = '0'] = word.split('/')
    return { upos, xpos, deprel, head: Number(head) - 1 }
  })
  return mended(nodes).map(({ deprel, head }) => `${deprel} ${head + 1}`)
}

describe('a tree', () => {
  it('has no word describe a noun beyond a finite verb', () => {
    expect(heads('A/DET/DT/det/3 Bundeswehr/PROPN/NNP/compound/6 spokesperson/NOUN/NN/nsubj/4 told/VERB/VBD/root/0 Der/PROPN/NNP/compound/6 Spiegel/PROPN/NNP/obj/4')[1]).toBe('compound 3')
  })

  it('keeps one within its phrase, over a participle', () => {
    expect(heads('the/DET/DT/det/4 newly/ADV/RB/advmod/3 elected/VERB/VBN/amod/4 mayor/NOUN/NN/nsubj/5 left/VERB/VBD/root/0')[0]).toBe('det 4')
  })

  it('has an owner hang on what is owned', () => {
    expect(heads('New/PROPN/NNP/compound/4 York/PROPN/NNP/nsubj/5 ’s/PART/POS/case/2 legislature/NOUN/NN/nsubj/5 left/VERB/VBD/root/0')[1]).toBe('nmod:poss 4')
  })

  it('has what stands between an article and its noun belong to the two', () => {
    expect(heads('the/DET/DT/det/4 Serie/PROPN/NNP/compound/4 A/PROPN/NNP/obj/5 club/NOUN/NN/nsubj/5 said/VERB/VBD/root/0')[2]).toBe('compound 4')
  })

  it('has no circle made in it', () => {
    expect(heads('old/ADJ/JJ/amod/4 men/NOUN/NNS/amod/1 left/VERB/VBD/root/0 towns/NOUN/NNS/obj/3')[0]).toBe('amod 4')
  })
})
