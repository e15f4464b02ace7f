package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.kring.crm.intake.file.FileFormat;
import nl.kring.crm.intake.file.RegisterFile;

/** How a register's files read, apart from the database: the format, and what each column means. */
record RegisterMapping(FileFormat format, List<Mapped> columns, int version) {

    /** One column with its meaning. */
    record Mapped(String header, TargetField field, boolean personal, Map<String, String> meanings) {}

    static RegisterMapping of(SourceRegister register) {
        List<Mapped> columns = register.getColumns().stream()
                .map(column -> new Mapped(
                        column.getHeader(), column.getField(), column.isPersonal(), Map.copyOf(column.getMeanings())))
                .toList();
        List<String> required = register.getColumns().stream()
                .filter(ColumnMapping::isRequired)
                .map(ColumnMapping::getHeader)
                .toList();
        FileFormat format = new FileFormat(
                register.getSheet(),
                register.getHeaderRow(),
                register.getSeparator(),
                register.getEncoding(),
                register.getKeyColumn(),
                required);
        return new RegisterMapping(format, columns, register.getMappingVersion());
    }

    /**
     * The same with what the file's other headers say by themselves. A field that is mapped already is not found again,
     * and contact details of a found column stay with the organisation, because nobody said that they may be shared.
     */
    RegisterMapping completedFor(List<String> headers) {
        List<Mapped> all = new ArrayList<>(columns);
        Set<TargetField> taken = columns.stream().map(Mapped::field).collect(Collectors.toSet());
        for (String header : headers) {
            boolean known = all.stream()
                    .anyMatch(column -> RegisterFile.folded(column.header()).equals(RegisterFile.folded(header)));
            if (!known && !RegisterFile.folded(header).equals(RegisterFile.folded(format.keyColumn()))) {
                Words.field(header)
                        .filter(taken::add)
                        .ifPresent(field -> all.add(new Mapped(header, field, field.isContact(), Map.of())));
            }
        }
        return new RegisterMapping(format, List.copyOf(all), version);
    }

    /** What stays with the organisation, in the words of statements. A number may turn out to be a mobile one. */
    Set<String> privateFields() {
        Set<String> fields = new TreeSet<>();
        columns.stream()
                .filter(Mapped::personal)
                .forEach(column -> column.field().said().ifPresent(fields::add));
        if (fields.contains("phone")) {
            fields.add("mobile");
        }
        return fields;
    }

    /** A raw row as header and text, empty cells left out. */
    static Map<String, String> raw(List<String> headers, List<String> cells) {
        Map<String, String> raw = new LinkedHashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            String header = at < headers.size() && !headers.get(at).isEmpty() ? headers.get(at) : "#" + (at + 1);
            if (!cells.get(at).isEmpty()) {
                raw.put(header, cells.get(at));
            }
        }
        return raw;
    }
}
