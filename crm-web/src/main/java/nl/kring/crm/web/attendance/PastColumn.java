package nl.kring.crm.web.attendance;

import java.io.Serializable;

/** One column of a file, some of what stands in it, and what it says. */
public class PastColumn implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String header;
    private final String examples;
    private String field;

    PastColumn(String header, String examples, String field) {
        this.header = header;
        this.examples = examples;
        this.field = field;
    }

    public String getHeader() {
        return header;
    }

    public String getExamples() {
        return examples;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field == null ? "" : field;
    }
}
