/** Written by `npm run eval:rules -- --calibrate`: by class and rule, from which confidence on how many of a hundred claims were true. */
export const measured: Readonly<Record<string, readonly (readonly [from: number, probability: number])[]>> = {}
