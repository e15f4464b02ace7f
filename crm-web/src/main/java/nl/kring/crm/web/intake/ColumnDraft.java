package nl.kring.crm.web.intake;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.kring.crm.intake.FoundColumn;
import nl.kring.crm.intake.RegisterDefinition;

/** A column while somebody corrects what it means. */
public class ColumnDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String header;
    private final List<String> examples;
    private String field;
    private boolean personal;
    private boolean required;
    private String meanings;

    ColumnDraft(FoundColumn found) {
        header = found.header();
        examples = List.copyOf(found.examples());
        field = found.field();
        personal = found.personal();
        required = found.required();
        meanings = new TreeMap<>(found.meanings())
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** As it is to be from now on; a word without = is handed on, to be refused by name. */
    RegisterDefinition.Column column() {
        Map<String, String> read = new LinkedHashMap<>();
        Arrays.stream((meanings == null ? "" : meanings).strip().split("\\s+"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> read.put(pair[0], pair.length == 2 ? pair[1] : ""));
        return new RegisterDefinition.Column(header, field, personal, required, read);
    }

    public String getHeader() {
        return header;
    }

    public String getExamples() {
        return String.join(" · ", examples);
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public boolean isPersonal() {
        return personal;
    }

    public void setPersonal(boolean personal) {
        this.personal = personal;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getMeanings() {
        return meanings;
    }

    public void setMeanings(String meanings) {
        this.meanings = meanings;
    }
}
