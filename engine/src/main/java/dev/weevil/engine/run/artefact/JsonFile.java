package dev.weevil.engine.run.artefact;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/** One JSON object in a file of its own, with complaints that name file and field. */
record JsonFile(Path file, JsonNode content) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the file in one step: whoever reads it finds it whole or not at all. */
    static void write(Path file, Map<String, Object> content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, render(content) + "\n");
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String render(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    static JsonFile read(Path file) throws BadRun {
        try {
            JsonNode content = MAPPER.readTree(Files.readString(file));
            if (!content.isObject()) {
                throw new BadRun(file + ": expected a JSON object, found "
                        + content.getNodeType().name().toLowerCase(Locale.ROOT));
            }
            return new JsonFile(file, content);
        } catch (JacksonException e) {
            throw new BadRun(file + ":" + e.getLocation().getLineNr() + ":"
                    + e.getLocation().getColumnNr() + ": expected JSON, found "
                    + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadRun(file + ": expected a readable file, found " + e);
        }
    }

    void expectVersion(int version) throws BadRun {
        if (number("version") != version) {
            throw refused("version", Integer.toString(version), "" + number("version"));
        }
    }

    String text(String field) throws BadRun {
        JsonNode value = content.path(field);
        if (!value.isString()) {
            throw refused(field, "text", found(value));
        }
        return value.stringValue();
    }

    long number(String field) throws BadRun {
        JsonNode value = content.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refused(field, "a whole number", found(value));
        }
        return value.longValue();
    }

    boolean truth(String field) throws BadRun {
        JsonNode value = content.path(field);
        if (!value.isBoolean()) {
            throw refused(field, "true or false", found(value));
        }
        return value.booleanValue();
    }

    /** A part of it as {@link #render} writes it. */
    String rendered(String field) throws BadRun {
        JsonNode value = content.path(field);
        if (!value.isObject()) {
            throw refused(field, "an object", found(value));
        }
        return MAPPER.writeValueAsString(value);
    }

    BadRun refused(String field, String expected, String found) {
        return new BadRun(file + ": " + field + ": expected " + expected + ", found " + found);
    }

    private static String found(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
