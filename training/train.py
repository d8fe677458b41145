"""Trains the model on all corpora together.

    python train.py --data ../../shared/data --work WORK --base DIR --out CKPT --minutes 80

A run that was stopped goes on from its checkpoint when called again. `--steps` instead of `--minutes` makes the
learning rate, and so the result, independent of the machine's speed. `--start CHECKPOINT` begins from the weights of
another run, with a new rise and fall of the learning rate. `--processes` train side by side, each on batches of its own,
and share their gradients: on idle cores two do twice the work of one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections import defaultdict
from pathlib import Path

import torch
from torch import distributed

import labels as scheme
from batches import Sampler
from corpora import Corpora, load
from losses import batch_loss
from model import Layer, Model, Sizes
from names import Names
from pieces import WordPieces
from teach import read_taught

# Share of batches by corpus. Relations and ECB+ events are learnt soonest, names of unseen outlets and trees last.
WEIGHTS = {
    "ud": 0.26, "ner": 0.24, "polnear": 0.21, "dwie": 0.13, "ecb": 0.04, "knowledgenet": 0.01, "redocred": 0.01,
    "gap": 0.035, "gmb": 0.065,
}
ROUNDING = 0.7  # of the run, after which the encoder's products see rounded inputs and weights, as in the int8 graph
AVERAGING = 0.6  # of the run, after which the mean of the weights is kept, the model that is exported
KEPT = 0.998  # of the mean at each update
PER_STEP = 2  # batches of different corpora in one update
SAVE_SECONDS = 180
FREEZE_WORDS = 0.4  # of the run, after which the word embeddings stay: they cost a sixth of the time and hardly change


def label_lists(corpora: Corpora) -> dict[str, list[str]]:
    """Labels of every head, the open ones from the training part."""
    ud = corpora.train["ud"]

    def seen(name: str, least: int) -> list[str]:
        return scheme.frequent((value for d in ud for value in d.strings[name]), least)

    lemmas = [script for script in seen("lemma", 4) if script != "lower|0|"]
    return {
        "upos": seen("upos", 1),
        "xpos": seen("xpos", 5),
        "lemma": ["lower|0|", *lemmas],
        "deprel": seen("deprel", 8),
        "ner": scheme.bio(scheme.NER_TYPES),
        "dwie": scheme.bio(scheme.DWIE_TYPES),
        "event": scheme.bio(scheme.EVENT_TYPES),
        "mention": scheme.MENTION_TYPES,
        "cue": ["O", "B", "I"],
        "source": ["O", "B", "I"],
        "content": ["O", "B", "I"],
        "gmb": scheme.bio(scheme.GMB_TYPES),
    }


def number_strings(corpora: Corpora, lists: dict[str, list[str]]) -> None:
    """Label strings of UD to numbers, in place; unseen ones are not learnt."""
    for part in (corpora.train, corpora.dev):
        for document in part["ud"]:
            for name, values in document.strings.items():
                numbers = {value: i for i, value in enumerate(lists[name])}
                document.tags[name] = [numbers.get(value, -100) for value in values]


def sizes_of(lists: dict[str, list[str]], layers: int) -> Sizes:
    """Network sizes for label lists."""
    tags = {name: len(values) for name, values in lists.items() if name != "deprel"}
    return Sizes(layers, tags, len(lists["deprel"]), len(scheme.RELATIONS))


def rate(progress: float, steps: int) -> float:
    """Factor of the learning rate: 300 steps of warm-up, then linear to zero."""
    return min(1.0, (steps + 1) / 300) * max(0.0, 1 - progress)


def share_gradients(parameters: list[torch.nn.Parameter], processes: int) -> None:
    """Mean of all processes' gradients, in place; what none of them used keeps no gradient."""
    used = torch.tensor([float(p.grad is not None) for p in parameters])
    distributed.all_reduce(used)
    shared = [p for p, count in zip(parameters, used.tolist()) if count]
    flat = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).flatten() for p in shared])
    distributed.all_reduce(flat)
    flat /= processes
    for p, grad in zip(shared, flat.split([p.numel() for p in shared])):
        p.grad = grad.view_as(p)


def average(mean: dict[str, torch.Tensor], model: Model) -> None:
    """Moves the mean of the weights towards the model's, in place."""
    now = model.state_dict()
    if not mean:
        mean |= {name: value.clone() for name, value in now.items()}
    torch._foreach_lerp_(list(mean.values()), [now[name] for name in mean], 1 - KEPT)


def agreed(value: float) -> float:
    """The first process' value, for all."""
    shared = torch.tensor([value], dtype=torch.float64)
    distributed.broadcast(shared, 0)
    return float(shared)


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--minutes", type=float)
    options.add_argument("--steps", type=int)
    options.add_argument("--layers", type=int, default=6)
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--tokens", type=int, default=1200)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--start", type=Path, help="checkpoint of another run to begin from")
    options.add_argument("--cities", type=Path, help="table of towns: name, inhabitants; with it, names change places")
    options.add_argument("--taught", type=Path, help="folder of teach.py: what another model says of the texts")
    options.add_argument("--processes", type=int, default=1)
    args = options.parse_args()
    if args.processes == 1:
        train(0, args)
    else:
        os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": os.environ.get("MASTER_PORT", "29507")}
        torch.multiprocessing.spawn(train, (args,), args.processes)


def train(rank: int, args: argparse.Namespace) -> None:
    """The loop of one process."""
    if args.processes > 1:
        distributed.init_process_group("gloo", rank=rank, world_size=args.processes)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)  # the same first weights everywhere
    chooser = random.Random(args.seed + 1000 * rank)
    args.out.mkdir(parents=True, exist_ok=True)

    pieces = WordPieces(args.base / "vocab.txt")
    corpora = load(args.data, args.work)
    names = Names(args.data / "gazetteer", args.cities) if args.cities else None
    taught = read_taught(args.taught, corpora.train) if args.taught else {}
    lists = label_lists(corpora)
    number_strings(corpora, lists)
    sizes = sizes_of(lists, args.layers)
    model = Model(sizes)
    model.encoder.load_bert(args.base / "model.safetensors")
    if args.start:
        start = torch.load(args.start, weights_only=False)
        model.load_state_dict(start.get("mean") or start["model"], strict=False)
    optimiser = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "lr": args.rate, "peak": args.rate},
            {"params": model.heads.parameters(), "lr": 5 * args.rate, "peak": 5 * args.rate},
        ],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )
    step, spent, tokens = 0, 0.0, 0
    mean: dict[str, torch.Tensor] = {}
    path = args.out / "checkpoint.pt"
    if path.exists():
        saved = torch.load(path, weights_only=False)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        step, spent, tokens, mean = saved["step"], saved["spent"], saved["tokens"], saved["mean"]
        chooser.seed(args.seed + 1000 * rank + step)
    samplers = {
        name: Sampler(documents, pieces, args.tokens, ((args.seed + 7 * rank) * 1000 + i) * 100_000 + step, names)
        for i, (name, documents) in enumerate(corpora.train.items())
    }

    torch.manual_seed(args.seed + rank + step)

    def save() -> None:
        if rank:
            return
        state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": spent, "tokens": tokens}
        state |= {"mean": mean, "sizes": sizes.as_dict(), "lists": lists}
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    means: dict[str, list[float]] = defaultdict(list)
    begun, saved_at = time.monotonic() - spent, time.monotonic()
    names, weights = list(WEIGHTS), list(WEIGHTS.values())
    model.train()
    while True:
        spent = agreed(time.monotonic() - begun) if args.processes > 1 else time.monotonic() - begun
        progress = step / args.steps if args.steps else spent / (60 * args.minutes)
        if progress >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * rate(progress, step)
        model.encoder.word.weight.requires_grad_(progress < FREEZE_WORDS and not args.start)
        Layer.rounding = progress >= ROUNDING
        chosen: list[str] = []
        while len(chosen) < PER_STEP:
            name = chooser.choices(names, weights)[0]
            if name not in chosen:
                chosen.append(name)
        for name in chosen:
            batch = samplers[name].next()
            with torch.autocast("cpu", torch.bfloat16):
                losses = batch_loss(model, batch, chooser, taught.get(name))
            if losses:
                torch.stack(list(losses.values())).sum().backward()
            for head, loss in losses.items():
                means[f"{name}.{head}"].append(float(loss.detach()))
            tokens += args.processes * int((batch.mask > -1).sum())
        if args.processes > 1:
            share_gradients([p for p in model.parameters() if p.requires_grad], args.processes)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        if progress >= AVERAGING and rank == 0:
            average(mean, model)
        if step % 100 == 0 and rank == 0:
            shown = {head: round(sum(values) / len(values), 3) for head, values in sorted(means.items())}
            print(json.dumps({"step": step, "spent": round(spent), "tokens": tokens, "progress": round(progress, 3)} | shown), flush=True)
            means.clear()
        if time.monotonic() - saved_at > SAVE_SECONDS:
            save()
            saved_at = time.monotonic()
    save()


if __name__ == "__main__":
    main()
