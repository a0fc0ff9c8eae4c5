// Reads files with Gephi's own importers, as its File > Open does, and prints for each, a line
// of tab-separated cells: the file, "merged" or "kept", nodes, edges, the sum of their weights.
//
//   java -cp gephi-toolkit-0.10.1-all.jar Import.java graph.graphml graph.gexf
//
// "merged" is how Gephi takes parallel edges unless told otherwise: edges of one type between the
// same two nodes become one, whose weight is their sum. "kept" is the choice "Don't merge" of its
// import report.
import java.io.File;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class Import {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      for (boolean kept : new boolean[] {false, true}) {
        Graph graph = read(new File(file), kept);
        double weight = 0;
        for (Edge edge : graph.getEdges().toArray()) {
          weight += edge.getWeight();
        }
        System.out.printf("%s\t%s\t%d\t%d\t%.0f%n", file, kept ? "kept" : "merged", graph.getNodeCount(), graph.getEdgeCount(), weight);
      }
    }
    System.exit(0); // Gephi leaves threads behind
  }

  private static Graph read(File file, boolean kept) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    if (kept) {
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    }
    importer.process(container, new DefaultProcessor(), workspace);
    return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
  }
}
