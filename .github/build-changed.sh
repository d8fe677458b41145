#!/usr/bin/env bash
# What action.yml does: builds a graph of the articles that changed since $BASE, checks it, and exports it.
# Words of articles and names of files reach no shell: patterns and paths are handed over as they are.
set -euo pipefail

# A first push, or a shallow checkout, has nothing to compare with: then all are new.
if [ "${ALL:-false}" != true ] && git cat-file -e "${BASE:-none}^{commit}" 2>/dev/null; then
  changed() { git diff --name-only --diff-filter=ACMR -z "$BASE" HEAD -- ":(glob)$ARTICLES"; }
else
  changed() { git ls-files -z -- ":(glob)$ARTICLES"; }
fi
mapfile -d '' files < <(changed)

echo "articles=${#files[@]}" >> "$GITHUB_OUTPUT"
if [ ${#files[@]} -eq 0 ]; then
  echo "graph=" >> "$GITHUB_OUTPUT"
  echo "No article changed."
  exit
fi

# 8: some could not be read; the others are in the graph.
newsgraph build -o "$GRAPH" -- "${files[@]}" || [ $? -eq 8 ]
newsgraph check -- "$GRAPH"
[ -z "${EXPORT:-}" ] || newsgraph export --to "$EXPORT" -o "$EXPORT_TO" -- "$GRAPH"
echo "graph=$GRAPH" >> "$GITHUB_OUTPUT"
newsgraph export --to markdown -- "$GRAPH" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
