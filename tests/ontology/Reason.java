import java.io.File;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;

/**
 * Asks HermiT about an ontology with its data: java -cp 'JARS/*' Reason.java FILE [CLASS …]
 * Out, a line each: `consistent true`, and for every class asked for `possible CLASS true`: that it can have instances.
 * Literals of datatypes that OWL 2 does not know, such as xsd:date, are taken as they are.
 */
public class Reason {
  public static void main(String[] arguments) throws Exception {
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    OWLOntology ontology = manager.loadOntologyFromOntologyDocument(new File(arguments[0]));
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    Reasoner reasoner = new Reasoner(configuration, ontology);
    boolean isConsistent = reasoner.isConsistent();
    System.out.println("consistent " + isConsistent);
    for (int i = 1; isConsistent && i < arguments.length; i++) {
      OWLClass asked = manager.getOWLDataFactory().getOWLClass(IRI.create(arguments[i]));
      System.out.println("possible " + arguments[i] + " " + reasoner.isSatisfiable(asked));
    }
  }
}
