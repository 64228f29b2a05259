package dev.weevil.zyzzyva.conformance;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table the build generates: {@code target/conformance.json}, {@code .md} and {@code .html}, a row
 * per scenario and mode. Simulated and live runs are made by different phases of the build: each
 * replaces its own rows and keeps the other's.
 */
final class ConformanceTable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> COLUMNS = List.of(
            "number",
            "claim",
            "mode",
            "rules",
            "expected",
            "verdict",
            "outcome",
            "violated",
            "counters");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(.*)");

    private final Path folder;
    private final List<Map<String, String>> rows = new ArrayList<>();

    ConformanceTable() {
        this(Path.of("target"));
    }

    ConformanceTable(Path folder) {
        this.folder = folder;
    }

    void add(Tried tried) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("number", tried.scenario().name());
        row.put("claim", tried.scenario().claim());
        row.put("mode", tried.trace().header().mode());
        row.put("rules", tried.trace().header().settings().text("rules", "REPAIRED"));
        row.put("expected", tried.result().expected().toString());
        row.put("verdict", tried.result().verdict().toString());
        row.put("outcome", tried.result().conclusion().inWords());
        row.put("violated", String.join(", ", tried.violated()));
        row.put("counters", tried.counters());
        rows.add(row);
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        Path json = folder.resolve("conformance.json");
        List<Map<String, String>> all = new ArrayList<>(rows);
        if (Files.exists(json)) {
            JSON
                    .readValue(json.toFile(), new TypeReference<List<Map<String, String>>>() {})
                    .stream()
                    .filter(old -> !isHere(old))
                    .forEach(all::add);
        }
        all.sort(Comparator.comparingInt(ConformanceTable::number)
                .thenComparing(row -> row.get("number"))
                .thenComparing(Comparator.comparing((Map<String, String> row) -> row.get("mode"))
                        .reversed()));
        Files.writeString(json, JSON.writeValueAsString(all));
        Files.writeString(folder.resolve("conformance.md"), markdown(all));
        Files.writeString(folder.resolve("conformance.html"), html(all));
    }

    /** A run of this build replaces all rows of its mode. */
    private boolean isHere(Map<String, String> old) {
        return rows.stream().anyMatch(row -> row.get("mode").equals(old.get("mode")));
    }

    private static int number(Map<String, String> row) {
        Matcher matcher = NUMBER.matcher(row.get("number"));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }

    private static String markdown(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", COLUMNS)).append(" |\n");
        text.append("|---".repeat(COLUMNS.size())).append("|\n");
        for (Map<String, String> row : rows) {
            for (String column : COLUMNS) {
                text.append("| ")
                        .append(row.getOrDefault(column, "").replace("|", "\\|"))
                        .append(' ');
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private static String html(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>"
                + "<meta charset=\"utf-8\"><title>Zyzzyva: conformance</title><style>"
                + "body{font:14px/1.45 system-ui,sans-serif;margin:2rem}"
                + "table{border-collapse:collapse}"
                + "td,th{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left;"
                + "vertical-align:top}"
                + "</style></head><body><h1>Zyzzyva: conformance</h1><table><tr>");
        COLUMNS.forEach(column -> text.append("<th>").append(column).append("</th>"));
        text.append("</tr>\n");
        for (Map<String, String> row : rows) {
            text.append("<tr>");
            COLUMNS.forEach(column -> text.append("<td>")
                    .append(escaped(row.getOrDefault(column, "")))
                    .append("</td>"));
            text.append("</tr>\n");
        }
        return text.append("</table></body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
