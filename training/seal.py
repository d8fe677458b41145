"""
Writes into model.json the hashes of the model's files, its own included: over its text with zeros in that place.

    python3 training/seal.py model
"""
import hashlib
import json
import sys
from pathlib import Path

OWN = "model.json"


def seal(folder: Path) -> None:
    path = folder / OWN
    about = json.loads(path.read_text(encoding="utf-8"))
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("model.onnx", "vocab.txt")}
    about["sha256"] = {**files, OWN: "0" * 64}
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    own = hashlib.sha256(text.encode()).hexdigest()
    path.write_text(text.replace(f'"{OWN}": "{"0" * 64}"', f'"{OWN}": "{own}"'), encoding="utf-8")


if __name__ == "__main__":
    seal(Path(sys.argv[1]))
