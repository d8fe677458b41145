"""Optimises the exported graph once, so that the run time need not do it at every start (0.35 s of each cold start).

    python optimise.py --model ../model

The results stay the same, bit for bit. model.json gets `"optimised": true` and the new hash. Only fusions that hold on
every machine are made (level "extended").
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import onnxruntime

from seal import seal


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    options.add_argument("--model", type=Path, required=True)
    folder = options.parse_args().model
    graph, made = folder / "model.onnx", folder / "optimised.onnx"
    session = onnxruntime.SessionOptions()
    session.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    session.optimized_model_filepath = str(made)
    onnxruntime.InferenceSession(str(graph), session, providers=["CPUExecutionProvider"])
    made.replace(graph)
    file = folder / "model.json"
    about = json.loads(file.read_text(encoding="utf-8"))
    about["optimised"] = True
    about["sha256"]["model.onnx"] = hashlib.sha256(graph.read_bytes()).hexdigest()
    file.write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    seal(folder)


if __name__ == "__main__":
    main()
