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


def settled(command, digests):
    """(number, digest) to (number, placement): settling keeps the order of its lines."""
    numbers = []

    def lines():
        for number, digest in digests:
            numbers.append(number)
            yield digest

    return ((numbers[at], placement) for at, placement in enumerate(pipe(command, lines())))


def run(spark, options):
    sc, program = spark.sparkContext, [*shlex.split(options.newsgraph), "work"]
    extract, write = [*program, "extract", *shlex.split(options.extract)], [*program, "write", *shlex.split(options.write)]
    extracted = f"{options.output}/extracted"
    done = sc._jvm.org.apache.hadoop.fs.Path(f"{extracted}/_SUCCESS")
    if not done.getFileSystem(sc._jsc.hadoopConfiguration()).exists(done):
        lines = articles(spark, options.form, options.inputs)
        lines = lines.repartition(options.partitions) if options.partitions else lines
        lines.mapPartitions(lambda part: pipe(extract, part)).saveAsTextFile(extracted, "org.apache.hadoop.io.compress.GzipCodec")

    made = sc.textFile(extracted)
    made.filter(lambda line: line.startswith('{"problem"')).coalesce(1).saveAsTextFile(f"{options.output}/problems")
    graphs = made.filter(lambda line: not line.startswith('{"problem"'))
    counts = graphs.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
    starts = [0, *itertools.accumulate(counts)]
    total, parts = starts.pop(), options.partitions or len(counts)

    digests = graphs.mapPartitionsWithIndex(lambda at, part: enumerate(pipe([*program, "digest"], part), starts[at]))
    placed = digests.repartitionAndSortWithinPartitions(1).mapPartitions(lambda part: settled([*program, "settle"], part))
    # Back to the partitions that the articles lie in, and in their order, so that only the small half of each pair is sent.
    beside = placed.repartitionAndSortWithinPartitions(len(counts), lambda number: bisect_right(starts, number) - 1).values()
    ordered = beside.zip(graphs).map(lambda pair: (json.loads(pair[0])["order"], "\t".join(pair))).filter(lambda pair: pair[0] is not None)
    sorted_parts = ordered.repartitionAndSortWithinPartitions(parts, lambda order: order * parts // total).values()
    sorted_parts.mapPartitions(lambda part: pipe(write, part, blocks)).saveAsTextFile(f"{options.output}/graph")
    print(f"{total} articles in {parts} parts: {options.output}/graph")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="One graph of many articles, on as many machines as Spark has.")
    parser.add_argument("inputs", nargs="+", help="files or folders, of any file system that Hadoop knows")
    parser.add_argument("--form", choices=("jsonl", "parquet", "warc"), default="jsonl", help="what they are; jsonl without it")
    parser.add_argument("--output", required=True, help="folder for what was extracted and for the graph")
    parser.add_argument("--partitions", type=int, help="parts to work in; as many as the input has without it")
    parser.add_argument("--newsgraph", default="newsgraph", help="the command, as it is called on every machine")
    parser.add_argument("--extract", default="", help='options of `work extract`, as in --extract="--min-confidence 0.8"')
    parser.add_argument("--write", default="", help='options of `work write`, as in --write="--no-body"')
    session = SparkSession.builder.appName("newsgraph").getOrCreate()
    try:
        run(session, parser.parse_args())
    finally:
        session.stop()
