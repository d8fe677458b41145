import java.nio.file.*;
import java.util.*;
import org.neo4j.cli.AdminTool;
import org.neo4j.dbms.api.*;
import org.neo4j.graphdb.GraphDatabaseService;

/** Loads an export into Neo4j: the CSV by neo4j-admin into one database, the Cypher, twice, into another; prints what is in each. */
class OpenNeo4j {
  public static void main(String[] args) throws Exception {
    Path export = Path.of(args[0]), work = Path.of(args[1]);
    report("csv", imported(export, work.resolve("csv")), List.of());
    String cypher = Files.readString(export.resolve("graph.cypher"));
    List<String> statements = Arrays.stream(cypher.split(";\n")).filter(s -> !s.isBlank()).toList();
    List<String> twice = new ArrayList<>(statements);
    twice.addAll(statements);
    report("cypher", work.resolve("cypher"), twice);
    System.exit(0);
  }

  /** As import.sh says, without its last line's program. */
  static Path imported(Path export, Path home) throws Exception {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/neo4j.conf"), "server.directories.data=" + home.resolve("data") + "\n");
    List<String> words = new ArrayList<>(List.of("database", "import", "full", "neo4j"));
    for (String word : Files.readString(export.resolve("import.sh")).split("[\\s\\\\]+")) {
      if (word.startsWith("--nodes=") || word.startsWith("--relationships=")) words.add(word.replace("=", "=" + export + "/"));
      else if (word.startsWith("--")) words.add(word);
    }
    var context = new org.neo4j.cli.ExecutionContext(home, home.resolve("conf"), System.err, System.err, new org.neo4j.io.fs.DefaultFileSystemAbstraction());
    int code = AdminTool.execute(context, words.toArray(String[]::new));
    if (code != 0) throw new Exception("neo4j-admin ended with " + code);
    return home;
  }

  static void report(String name, Path home, List<String> statements) {
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
    try {
      GraphDatabaseService graph = service.database("neo4j");
      for (String statement : statements) graph.executeTransactionally(statement);
      for (String question : List.of(
          "MATCH (n) UNWIND labels(n) AS label RETURN label AS key, count(*) AS n ORDER BY key",
          "MATCH ()-[r]->() RETURN type(r) AS key, count(*) AS n ORDER BY key",
          "MATCH (p)-[r:HEAD_OF]->(o) RETURN p.name + ' ' + o.name + ' ' + r.words[0] + ' ' + r.starts[0] AS key, r.confidence AS n ORDER BY key",
          "MATCH (s:Statement) RETURN s.text AS key, size(s.words) AS n ORDER BY key",
          "MATCH (e:Entity) RETURN e.name AS key, size(e.names) AS n ORDER BY key")) {
        graph.executeTransactionally(question, Map.of(), result -> {
          result.forEachRemaining(row -> System.out.println(name + "\t" + json(row.get("key")) + "\t" + row.get("n")));
          return null;
        });
      }
    } finally {
      service.shutdown();
    }
  }

  static String json(Object value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : String.valueOf(value).toCharArray()) text.append(c == '"' || c == '\\' ? "\\" + c : c < 32 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    return text.append('"').toString();
  }
}
