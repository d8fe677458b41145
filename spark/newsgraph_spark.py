"""
One graph of many articles, on as many machines as Apache Spark has: the filters of `newsgraph work`, one process for each partition.

  in:  JSON Lines, Parquet or WARC, from any file system that Hadoop knows
  out: OUTPUT/extracted  what the language model made of each article; a later run takes it up where it is complete
       OUTPUT/problems   the lines that could not be worked on, and why
       OUTPUT/graph      N-Quads in parts; put one behind the other they are, byte for byte, what `newsgraph build` writes

  $ spark-submit spark/newsgraph_spark.py articles.jsonl --output news --partitions 64
  $ cat news/graph/part-* > news.nq

Whichever process ends with another code than 0 fails its task with what it said on standard error. docs/spark.md tells how far this goes.
"""
import argparse
import base64
import itertools
import json
import shlex
import subprocess
import tempfile
import threading
from bisect import bisect_right

from pyspark.sql import SparkSession

BLOCK = 1 << 20
LAST = 1 << 62


def pipe(command, lines, taken=lambda out: (line[:-1] for line in out)):
    """What one process makes of the lines. `taken` cuts its output, bytes, into pieces without their last line feed."""
    lines = iter(lines)
    first = next(lines, None)
    if first is None:
        return
    failures = []

    def feed():
        try:
            with process.stdin as into:
                for line in itertools.chain([first], lines):
                    into.write(line.encode() + b"\n")
        except BaseException as failure:
            failures.append(failure)

    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for piece in taken(process.stdout):
                yield piece.decode()
            feeder.join()
            # Its exit code and last words tell more than a pipe that broke.
            if process.wait() != 0:
                errors.seek(0)
                raise RuntimeError(f"{shlex.join(command)} ended with {process.returncode}: {errors.read()[-4000:].decode(errors='replace')}")
            if failures:
                raise failures[0]
        finally:
            process.kill()
            process.wait()


def blocks(out):
    """Many lines at once: a graph has thousands for each article."""
    for block in iter(lambda: out.read(BLOCK), b""):
        block += b"" if block.endswith(b"\n") else out.readline()
        yield block[:-1]


def pages(file):
    """The web pages in a WARC file, as lines for `work extract`."""
    import io

    from warcio.archiveiterator import ArchiveIterator
    for record in ArchiveIterator(io.BytesIO(file[1])):
        if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
            continue
        kind, _, parameters = (record.http_headers.get_header("Content-Type") or "").partition(";")
        if kind.strip().lower() in ("text/html", "application/xhtml+xml"):
            charset = parameters.partition("charset=")[2].strip(" \"'")
            content = base64.b64encode(record.content_stream().read()).decode()
            yield json.dumps({"base64": content, "source": record.rec_headers.get_header("WARC-Target-URI"), **({"charset": charset} if charset else {})})


def articles(spark, form, paths):
    if form == "parquet":
        return spark.read.parquet(*paths).toJSON()
    if form == "warc":
        return spark.sparkContext.binaryFiles(",".join(paths)).flatMap(pages)
    return spark.sparkContext.textFile(",".join(paths))


def keyed(command):
    """For (key, line): (key, what a filter makes of the line); filters keep the order. What comes at the end has the key LAST."""
    def run(pairs):
        keys = []

        def lines():
            for key, line in pairs:
                keys.append(key)
                yield line

        for at, line in enumerate(pipe(command, lines())):
            yield (keys[at] if at < len(keys) else LAST), line
    return run


def run(spark, options):
    sc, graph_options = spark.sparkContext, shlex.split(options.graph)
    work = lambda name, *more: [*shlex.split(options.newsgraph), "work", name, *more]
    extracted = f"{options.output}/extracted"
    done = sc._jvm.org.apache.hadoop.fs.Path(f"{extracted}/_SUCCESS")
    if not done.getFileSystem(sc._jsc.hadoopConfiguration()).exists(done):
        lines = articles(spark, options.form, options.inputs)
        lines = lines.repartition(options.partitions) if options.partitions else lines
        extract = work("extract", *shlex.split(options.extract))
        lines.mapPartitions(lambda part: pipe(extract, part)).saveAsTextFile(extracted, "org.apache.hadoop.io.compress.GzipCodec")

    made = sc.textFile(extracted)
    made.filter(lambda line: line.startswith('{"problem"')).coalesce(1).saveAsTextFile(f"{options.output}/problems")
    graphs = made.filter(lambda line: not line.startswith('{"problem"'))
    counts = graphs.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
    starts = [0, *itertools.accumulate(counts)]
    total, parts = starts.pop(), options.partitions or len(counts)
    if total == 0:
        raise SystemExit(f"No article could be read: {options.output}/problems tells why.")

    numbered = graphs.mapPartitionsWithIndex(lambda at, part: enumerate(part, starts[at]))
    placed = numbered.mapPartitions(keyed(work("digest"))).repartitionAndSortWithinPartitions(1).mapPartitions(keyed(work("settle")))
    # Back to the partitions that the articles lie in and in their order, so that only the small half of each pair is sent.
    beside = placed.repartitionAndSortWithinPartitions(len(counts), lambda number: bisect_right(starts, number) - 1).values()
    pairs = beside.zip(graphs).map(lambda pair: (json.loads(pair[0])["order"], "\t".join(pair))).filter(lambda pair: pair[0] is not None)
    place = lambda order: min(order * parts // total, parts - 1)
    ordered = pairs.repartitionAndSortWithinPartitions(parts, place)

    first = ordered.mapPartitions(keyed(work("count", *graph_options))).repartitionAndSortWithinPartitions(1).mapPartitions(keyed(work("first")))
    first = first.repartitionAndSortWithinPartitions(parts, place)
    whole = first.filter(lambda pair: pair[0] == LAST).values().collect()
    told = ordered.zip(first.filter(lambda pair: pair[0] != LAST)).map(lambda pair: f"{pair[0][1]}\t{pair[1][1]}")
    ended = told.mapPartitionsWithIndex(lambda at, part: itertools.chain(part, ["\t" + line for line in whole] if at == parts - 1 else []))
    ended.mapPartitions(lambda part: pipe(work("write", *graph_options), part, blocks)).saveAsTextFile(f"{options.output}/graph")
    print(f"{total} articles in {parts} parts: {options.output}/graph")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="One graph of many articles, on as many machines as Spark has.")
    parser.add_argument("inputs", nargs="+", help="files or folders, of any file system that Hadoop knows")
    parser.add_argument("--form", choices=("jsonl", "parquet", "warc"), default="jsonl", help="what they are; jsonl without it")
    parser.add_argument("--output", required=True, help="folder for what was extracted and for the graph")
    parser.add_argument("--partitions", type=int, help="parts to work in; as many as the input has without it")
    parser.add_argument("--newsgraph", default="newsgraph", help="the command, as it is called on every machine")
    parser.add_argument("--extract", default="", help='options of `work extract`, as in --extract="--min-confidence 0.8"')
    parser.add_argument("--graph", default="", help='options of `work count` and `work write`, as in --graph="--no-body"')
    session = SparkSession.builder.appName("newsgraph").getOrCreate()
    try:
        run(session, parser.parse_args())
    finally:
        session.stop()
