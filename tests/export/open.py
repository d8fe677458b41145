"""Opens exports with the programs that they are for. In: the programs and folders of exports. Out: for each folder what each program saw, as JSON."""
import json
import sys
from pathlib import Path


def with_duckdb(folder):
    import duckdb
    seen = {}
    for table in ["claims", "roles", "statements", "events", "relations", "links", "entities", "articles", "evidence"]:
        parquet = duckdb.sql(f"SELECT * FROM '{folder}/parquet/{table}.parquet'")
        csv = duckdb.sql(f"SELECT * FROM read_csv('{folder}/csv/{table}.csv', all_varchar=true, header=true)")
        seen[table] = {"parquet": len(parquet), "csv": len(csv), "same columns": parquet.columns == csv.columns}
    types = duckdb.sql(f"DESCRIBE SELECT * FROM '{folder}/parquet/claims.parquet'").fetchall()
    facts = duckdb.sql(f"""SELECT c.subject, c.predicate, c.object, e.exact, e.start FROM '{folder}/parquet/claims.parquet' c
        JOIN '{folder}/parquet/evidence.parquet' e ON e.of = c.id WHERE c.kind = 'relation' AND c.is_fact ORDER BY ALL""").fetchall()
    words = duckdb.sql(f"SELECT object FROM '{folder}/parquet/claims.parquet' WHERE kind = 'statement'").fetchall()
    return {"tables": seen, "types": {name: kind for name, kind, *_ in types}, "facts": facts, "words": [row[0] for row in words]}


def with_pandas(folder):
    import pandas
    claims = pandas.read_csv(f"{folder}/csv/claims.csv")
    described = json.load(open(f"{folder}/csv/datapackage.json"))["resources"]
    fields = {table["name"]: [field["name"] for field in table["schema"]["fields"]] for table in described}
    return {
        "kinds": claims["kind"].value_counts().to_dict(), "first column": claims.columns[0], "mean": str(claims["confidence"].dtype),
        "described": all(fields[table["name"]] == list(pandas.read_csv(f"{folder}/csv/{table['path']}").columns) for table in described),
        "formulas": [str(cell) for frame in (pandas.read_csv(path, dtype=str) for path in Path(folder, "csv").glob("*.csv")) for cell in frame.stack() if str(cell).lstrip()[:1] in tuple("=+-@")],
    }


def with_openpyxl(folder):
    from openpyxl import load_workbook
    book = load_workbook(f"{folder}/claims.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return {
        "sheets": {sheet.title: sheet.max_row - 1 for sheet in book}, "frozen": book["claims"].freeze_panes, "filter": book["claims"].auto_filter.ref,
        "formulas": sum(cell.data_type == "f" for cell in cells), "texts": sorted({cell.value for cell in cells if isinstance(cell.value, str)}),
    }


def with_followthemoney(folder):
    from followthemoney import model
    schemata, invalid, dangling, summaries, names = {}, [], [], [], []
    entities = [json.loads(line) for line in open(f"{folder}/entities.ftm.json")]
    known = {entity["id"] for entity in entities}
    for data in entities:
        try:
            model.get(data["schema"]).validate(data)
        except Exception as error:
            invalid.append([data, str(error)])
        # Uncleaned, as it stands; values that the model would throw away differ from those that it keeps.
        kept = model.get_proxy(data, cleaned=False).to_dict()["properties"]
        clean = model.get_proxy(data).to_dict()["properties"]
        lost = {name for name in kept if name not in clean}
        if lost:
            invalid.append([data, f"loses {lost}"])
        schemata[data["schema"]] = schemata.get(data["schema"], 0) + 1
        for prop in model.get(data["schema"]).properties.values():
            if prop.type.name == "entity" and not prop.stub:
                dangling += [[data["schema"], prop.name, value] for value in data["properties"].get(prop.name, []) if value not in known]
                for value in data["properties"].get(prop.name, []):
                    target = next((entity for entity in entities if entity["id"] == value), None)
                    if target and not model.get(target["schema"]).is_a(prop.range):
                        invalid.append([data, f"{prop.name} is a {target['schema']}"])
        if model.get(data["schema"]).is_a("Interval") or data["schema"] == "Note":
            summaries.append(data["properties"].get("summary", []))
            names.append([data["schema"], data["properties"].get("name", data["properties"].get("role", data["properties"].get("relationship", [])))])
    return {"schemata": schemata, "invalid": invalid, "dangling": dangling, "summaries": summaries, "names": names}


def with_obsidiantools(folder):
    import obsidiantools.api as otools
    vault = otools.Vault(Path(folder, "obsidian")).connect().gather()
    heads = {name: vault.get_front_matter(name) for name in vault.md_file_index}
    return {
        "notes": sorted(vault.md_file_index), "missing": vault.nonexistent_notes, "isolated": vault.isolated_notes,
        "tags": sorted({tag for name in vault.md_file_index for tag in vault.get_tags(name)}), "embedded": [vault.get_embedded_files(name) for name in vault.md_file_index if vault.get_embedded_files(name)],
        "kinds": {name: head.get("kind") for name, head in heads.items()}, "links": {name: sorted(set(vault.get_wikilinks(name))) for name in vault.md_file_index},
        "text": {name: vault.get_readable_text(name) for name in vault.md_file_index}, "math": [vault.math_index[name] for name in vault.md_file_index if vault.math_index[name]],
    }


def with_sssom(folder):
    from sssom.constants import SchemaValidationType
    from sssom.parsers import parse_sssom_table
    from sssom.validators import validate
    table = parse_sssom_table(f"{folder}/links.sssom.tsv")
    reports = validate(table, [SchemaValidationType.JsonSchema, SchemaValidationType.PrefixMapCompleteness])
    return {"mappings": len(table.df), "flaws": [str(result) for report in reports.values() for result in report.results]}


def opened(folder, program):
    try:
        return globals()[f"with_{program}"](folder)
    except ImportError as missing:
        return {"absent": str(missing)}


programs, folders = sys.argv[1].split(","), sys.argv[2:]
json.dump([{program: opened(folder, program) for program in programs} for folder in folders], sys.stdout, default=str)
