package dev.slipway.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the poms of the project bring in. */
final class Poms {
  /** The elements that bring something in; an exclusion keeps something out. */
  private static final List<String> BRINGERS =
      List.of("dependency", "plugin", "path", "artifactItem");

  private Poms() {}

  /** Artifact ids of every dependency and plugin of the root and its modules but our own. */
  static Set<String> artifacts() {
    Document root = parse("pom.xml");
    List<String> poms = new ArrayList<>(List.of("pom.xml"));
    for (Element module : elements(root.getDocumentElement(), "module")) {
      poms.add(module.getTextContent().strip() + "/pom.xml");
    }
    Set<String> artifacts = new TreeSet<>();
    for (String pom : poms) {
      for (String bringer : BRINGERS) {
        for (Element element : elements(parse(pom).getDocumentElement(), bringer)) {
          if (!child(element, "groupId").equals("dev.slipway")) {
            artifacts.add(child(element, "artifactId"));
          }
        }
      }
    }
    return artifacts;
  }

  private static Document parse(String pom) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(Repository.ROOT.resolve(pom).toFile());
    } catch (Exception e) {
      throw new IllegalStateException("can't read " + pom, e);
    }
  }

  private static List<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String child(Element element, String name) {
    for (Element found : elements(element, name)) {
      if (found.getParentNode() == element) {
        return found.getTextContent().strip();
      }
    }
    return "";
  }
}
