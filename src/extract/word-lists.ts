/** Lists of words as they are read best: "may might could" in, the set of the three out. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
