import { expectTypeOf, it } from 'vitest'
import * as newsgraph from '../src/index.js'
import type { ArticleGraph, Built, ExportForm, Finding, Linked, Options, QueryResult, Statement } from '../src/index.js'
import type { Newsgraph } from '../src/browser.js'
import { openNewsgraphInWorker, type WorkingNewsgraph } from '../src/in-worker.js'

/** What users' programs rely on: checked by the compiler (`npm run typecheck`), not by running. */

it('A build takes files and options, and gives articles', () => {
  expectTypeOf(newsgraph.build).parameter(0).toEqualTypeOf<readonly string[]>()
  expectTypeOf(newsgraph.build).parameter(1).toEqualTypeOf<Partial<Options> | undefined>()
  expectTypeOf(newsgraph.build).returns.resolves.toEqualTypeOf<Built>()
  expectTypeOf<Built['articles']>().toEqualTypeOf<Iterable<ArticleGraph>>()
  expectTypeOf<ArticleGraph['statements'][number]>().toEqualTypeOf<Statement>()
  expectTypeOf<Statement['evidence'][0]>().toEqualTypeOf<{ readonly start: number; readonly end: number }>()
})

it('Forms, codes of problems and stages are words that the compiler knows', () => {
  expectTypeOf<'obsidian'>().toExtend<ExportForm>()
  expectTypeOf<'word'>().not.toExtend<ExportForm>()
  expectTypeOf<newsgraph.Problem['code']>().toExtend<string>()
  expectTypeOf<'guess'>().not.toExtend<newsgraph.Problem['code']>()
  expectTypeOf(newsgraph.follow<'link'>).returns.toExtend<AsyncIterable<Linked | newsgraph.Problem>>()
})

it('Graphs are asked, checked and given other forms', () => {
  expectTypeOf(newsgraph.query).returns.resolves.toEqualTypeOf<QueryResult>()
  expectTypeOf(newsgraph.validate).returns.resolves.toEqualTypeOf<readonly Finding[]>()
  expectTypeOf(newsgraph.convertTo).parameter(1).toEqualTypeOf<ExportForm>()
})

it('A worker does what a page does, and can be closed', () => {
  expectTypeOf(openNewsgraphInWorker).returns.resolves.toEqualTypeOf<WorkingNewsgraph>()
  expectTypeOf<WorkingNewsgraph>().toExtend<Newsgraph>()
})
