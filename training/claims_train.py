"""Trains the claim heads on kept states.

    python claims_train.py --model ../model --states WORK/states --out WORK/branch.pt --layers 2 --minutes 50 [--all]

A fifth of the articles (`number % 5 == 4`) is never trained on: figures and calibration come from it.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch

from claims_batches import Sampler, keep_words, lift, take_words
from claims_figures import figures
from claims_losses import beside_losses, claims_losses, refer_loss
from claims_model import Branch, load_branch, load_layers
from model import Layer


def warm(branch: Branch, sampler: Sampler, steps: int, parameters: list, noise: random.Random) -> None:
    """The heads alone, on the words as they are."""
    began = time.time()
    if not any("words" in window for window in sampler.kept["claims"]["windows"]):
        keep_words(branch, sampler.kept)
    print(f"words kept after {time.time() - began:.0f} s", flush=True)
    optimiser = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=0.02)
    running: dict[str, float] = {}
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1.0, (step + 1) / 50) * (1 - 0.8 * step / steps)
        article, others = sampler.next(4, True)
        found = {name: value for name, value in claims_losses(branch, article, branch.dropout(article.kept_words())).items() if value is not None}
        if others:
            beside = beside_losses(branch, others, branch.dropout(others.kept_words()), noise)
            found |= {name: 0.5 * value for name, value in beside.items() if value is not None}
        sum(found.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(parameters, 2.0)
        optimiser.step()
        optimiser.zero_grad()
        for name, value in found.items():
            running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
        if step % 400 == 399:
            print(f"warm {step + 1} after {time.time() - began:.0f} s", {k: round(v, 2) for k, v in running.items()}, flush=True)
            print("   ", {k: round(v, 1) for k, v in figures(branch, sampler.kept["claims"], lambda n: n % 5 == 4).items()}, flush=True)


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    for name in ("model", "states", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--layers", type=int, default=2)
    options.add_argument("--minutes", type=float, default=50)
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--beside", type=int, default=4)
    options.add_argument("--warm", type=int, default=0, help="updates of the heads alone, before the layers learn")
    options.add_argument("--lift", type=int, default=0, help="the states are of this layer: run the next one over them first")
    options.add_argument("--final", type=Path, help="states of the last layer, for the words of --warm")
    options.add_argument("--start", type=Path, help="weights of another run to go on from")
    options.add_argument("--again", action="store_true", help="go on from the branch in the shipped model; where it has fewer layers, over copies of those that it stands on")
    options.add_argument("--rounding", type=float, default=0.75, help="share of the time after which weights are rounded as in the int8 graph")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--every", type=float, default=300, help="seconds between figures")
    options.add_argument("--all", action="store_true")
    args = options.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    branch = Branch(args.layers)
    (load_branch if args.again else load_layers)(branch, args.model)
    if args.start:
        missing, _ = branch.load_state_dict(torch.load(args.start, map_location="cpu")["branch"], strict=False)
        print("new", missing, flush=True)
    proper = json.loads((args.model / "model.json").read_text(encoding="utf-8"))["labels"]["upos"].index("PROPN")
    sampler = Sampler(args.states, args.seed, args.all)
    inner = [p for n, p in branch.named_parameters() if n.startswith("layers.")]
    outer = [p for n, p in branch.named_parameters() if not n.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": inner, "lr": args.rate}, {"params": outer, "lr": 1e-3}], weight_decay=0.02)
    rates = [group["lr"] for group in optimiser.param_groups]
    noise = random.Random(2)
    if args.lift:
        lift(sampler.kept, args.model, args.lift)
    if args.final:
        take_words(sampler.kept, args.final)
    if args.warm:
        warm(branch, sampler, args.warm, outer, noise)
    began, step, shown, mean = time.time(), 0, time.time(), None
    running: dict[str, float] = {}
    branch.train()
    while (done := (time.time() - began) / 60 / args.minutes) < 1:
        scale = min(1.0, done / 0.03) * (0.5 + 0.5 * math.cos(math.pi * done))
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * max(scale, 0.01)
        if done > args.rounding:
            Layer.rounding = True
        article, others = sampler.next(args.beside)
        words = branch.words(article.states, article.first, article.mask)
        losses = claims_losses(branch, article, words) | {"refer": refer_loss(branch, article, words, proper)}
        other_words = branch.words(others.states, others.first, others.mask) if others else None
        beside = beside_losses(branch, others, other_words, noise) if others else {}
        if others and (loss := refer_loss(branch, others, other_words, proper)) is not None:
            beside["refer beside"] = loss
        losses |= {name: None if value is None else 0.5 * value for name, value in beside.items()}
        found = {name: value for name, value in losses.items() if value is not None}
        sum(found.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(branch.parameters(), 2.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        if done > 0.5:  # mean of the weights of the last part
            now = branch.state_dict()
            mean = {k: v.clone() for k, v in now.items()} if mean is None else {k: m.lerp_(now[k], 0.005) if m.is_floating_point() else m for k, m in mean.items()}
        for name, value in found.items():
            running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
        if time.time() - shown > args.every:
            shown = time.time()
            print(f"{done:.2f} step {step}", {k: round(v, 3) for k, v in running.items()}, flush=True)
            print("   ", {k: round(v, 1) for k, v in figures(branch, sampler.kept["claims"], lambda n: n % 5 == 4).items()}, flush=True)
            torch.save({"branch": branch.state_dict(), "layers": args.layers}, args.out)
    for name, weights in (("last", branch.state_dict()), ("mean", mean)):
        if weights:
            branch.load_state_dict(weights)
            print(name, {k: round(v, 1) for k, v in figures(branch, sampler.kept["claims"], lambda n: n % 5 == 4).items()}, flush=True)
            torch.save({"branch": branch.state_dict(), "layers": args.layers}, args.out.with_suffix(f".{name}.pt"))


if __name__ == "__main__":
    main()
