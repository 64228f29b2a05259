package dev.weevil.reports.suite;

import dev.weevil.engine.run.Result;
import dev.weevil.reports.html.Visible;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results as continuous integration reads them: a test case per run. As expected passes; not as
 * expected and inconclusive fail; a failure of the system, the harness or Weevil is an error.
 */
public final class JunitXml {

    private final String suite;
    private final List<Result> results;

    private JunitXml(String suite, List<Result> results) {
        this.suite = suite;
        this.results = List.copyOf(results);
    }

    public static JunitXml of(String suite, List<Result> results) {
        return new JunitXml(suite, results);
    }

    /** Writes the file, in place of any that was there. */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, xml());
    }

    /** The document as text. */
    public String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            suite(out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return text.toString();
    }

    private void suite(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("testsuite");
        attribute("name", "weevil." + suite, out);
        attribute("tests", Integer.toString(results.size()), out);
        attribute("failures", count("failure"), out);
        attribute("errors", count("error"), out);
        attribute("skipped", count("skipped"), out);
        attribute(
                "time",
                seconds(results.stream().mapToLong(r -> r.wall().toMillis()).sum()),
                out);
        for (Result result : results) {
            testCase(result, out);
        }
        out.writeEndElement();
    }

    private String count(String element) {
        return Long.toString(results.stream()
                .filter(result -> element(result).equals(element))
                .count());
    }

    private void testCase(Result result, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("testcase");
        attribute("classname", "weevil." + suite, out);
        attribute(
                "name",
                result.run().scenario() + " [" + result.run().mode() + ", seed "
                        + result.run().seed() + "]",
                out);
        attribute("time", seconds(result.wall().toMillis()), out);
        String element = element(result);
        if (element.equals("skipped")) {
            out.writeEmptyElement(element);
            attribute("message", Visible.of(result.why()), out);
        } else if (!element.isEmpty()) {
            FailureText failure = new FailureText(result);
            out.writeStartElement(element);
            attribute("message", Visible.of(failure.headline()), out);
            attribute("type", result.conclusion().name().toLowerCase(Locale.ROOT), out);
            out.writeCharacters(failure.whole());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static String element(Result result) {
        return switch (result.conclusion()) {
            case HELD -> "";
            case SKIPPED -> "skipped";
            case UNEXPECTED, INCONCLUSIVE -> "failure";
            case FAILED, BROKEN, INTERRUPTED -> "error";
        };
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1e3);
    }

    private static void attribute(String name, String value, XMLStreamWriter out)
            throws XMLStreamException {
        out.writeAttribute(name, value);
    }
}
