package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.scheme.Certainty;
import nl.kring.crm.accreditation.scheme.CountedOver;
import nl.kring.crm.accreditation.scheme.Relief;
import nl.kring.crm.accreditation.scheme.Requirement;
import nl.kring.crm.accreditation.scheme.RequirementKind;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.WorkRequirement;
import nl.kring.crm.platform.InvalidInputException;

/** The rules of a register as they are typed: lists of codes in one field, and a few empty rows to add with. */
public class SchemeForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int EMPTY_ROWS = 2;
    private static final int FIVE_YEARS = 60;
    private static final String USUAL = "ACCREDITED";

    /** A requirement as typed; a row without a code is none. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private String code;
        private RequirementKind kind = RequirementKind.MIN;
        private String categories;
        private BigDecimal value;
        private CountedOver over = CountedOver.PERIOD;
        private boolean uncertain;

        Row() {}

        Row(Requirement known) {
            code = known.code();
            kind = known.kind();
            categories = String.join(" ", known.categories());
            value = known.value();
            over = known.over();
            uncertain = known.uncertain();
        }

        Requirement requirement() {
            return new Requirement(code(code), kind, codes(categories), value, over, uncertain);
        }

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }

        public RequirementKind getKind() {
            return kind;
        }

        public void setKind(RequirementKind kind) {
            this.kind = kind;
        }

        public String getCategories() {
            return categories;
        }

        public void setCategories(String categories) {
            this.categories = categories;
        }

        public BigDecimal getValue() {
            return value;
        }

        public void setValue(BigDecimal value) {
            this.value = value;
        }

        public CountedOver getOver() {
            return over;
        }

        public void setOver(CountedOver over) {
            this.over = over;
        }

        public boolean isUncertain() {
            return uncertain;
        }

        public void setUncertain(boolean uncertain) {
            this.uncertain = uncertain;
        }
    }

    private final SchemeRules was;
    private LocalDate validFrom;
    private LocalDate validTo;
    private int periodMonths;
    private BigDecimal total;
    private String categories;
    private final List<Row> rows = new ArrayList<>();
    private String reliefs;
    private String work;
    private String source;
    private Certainty certainty;
    private String note;

    SchemeForm(SchemeRules known) {
        was = known;
        validFrom = known.validFrom();
        validTo = known.validTo();
        periodMonths = known.periodMonths();
        total = known.totalMinimum();
        categories = String.join(" ", known.categories());
        known.requirements().forEach(one -> rows.add(new Row(one)));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(new Row());
        }
        reliefs = known.reliefs().stream()
                .map(one -> one.code() + " " + one.endsBefore() + " TOTAL=" + plain(one.totalMinimum())
                        + one.values().entrySet().stream()
                                .map(value -> " " + value.getKey() + "=" + plain(value.getValue()))
                                .sorted()
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        work = known.work().stream()
                .map(one -> one.code() + " " + one.unit() + (one.minimum() == null ? "" : " " + plain(one.minimum())))
                .collect(Collectors.joining("\n"));
        source = known.source();
        certainty = known.certainty();
        note = known.note();
    }

    /** The first rules of a register, of which nothing is known. */
    SchemeForm() {
        this(new SchemeRules(
                null,
                null,
                null,
                null,
                FIVE_YEARS,
                null,
                null,
                null,
                Map.of(),
                false,
                null,
                null,
                List.of(USUAL),
                List.of(),
                List.of(),
                List.of(),
                null,
                Certainty.SOURCED,
                null));
    }

    /** What was typed; whether it can be the boundary says. */
    SchemeRules rules() {
        return new SchemeRules(
                null,
                was.scheme(),
                validFrom,
                validTo,
                periodMonths,
                was.fixedFrom(),
                was.fixedTo(),
                total,
                was.totals(),
                was.proRata(),
                was.earlyRenewalMonths(),
                was.renewalWindowDays(),
                codes(categories),
                rows.stream()
                        .filter(row -> row.getCode() != null && !row.getCode().isBlank())
                        .map(Row::requirement)
                        .toList(),
                lines(reliefs).stream().map(SchemeForm::relief).toList(),
                lines(work).stream().map(SchemeForm::workRequirement).toList(),
                source,
                certainty,
                note);
    }

    /** CODE, a day, and perhaps what is asked instead, as CODE=number. */
    private static Relief relief(String line) {
        String[] words = words(line);
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] value = words[i].split("=", 2);
            if (value.length < 2) {
                throw unreadable(line);
            }
            values.put(code(value[0]), number(value[1], line));
        }
        BigDecimal totalMinimum = values.remove("TOTAL");
        try {
            return new Relief(code(words[0]), LocalDate.parse(words[1]), totalMinimum, values);
        } catch (DateTimeParseException noDay) {
            throw unreadable(line);
        }
    }

    /** CODE, in what it is told, and perhaps how much at least. */
    private static WorkRequirement workRequirement(String line) {
        String[] words = words(line);
        WorkRequirement.Unit unit = Arrays.stream(WorkRequirement.Unit.values())
                .filter(each -> each.name().equals(code(words[1])))
                .findFirst()
                .orElseThrow(() -> unreadable(line));
        return new WorkRequirement(code(words[0]), unit, words.length < 3 ? null : number(words[2], line));
    }

    /** Two at least. */
    private static String[] words(String line) {
        String[] words = line.split("\\s+");
        if (words.length < 2) {
            throw unreadable(line);
        }
        return words;
    }

    private static BigDecimal number(String typed, String line) {
        try {
            return new BigDecimal(typed.replace(',', '.'));
        } catch (NumberFormatException noNumber) {
            throw unreadable(line);
        }
    }

    private static InvalidInputException unreadable(String line) {
        return new InvalidInputException("scheme-line", line);
    }

    private static List<String> codes(String typed) {
        return typed == null || typed.isBlank()
                ? List.of()
                : Arrays.stream(typed.strip().split("[\\s,]+"))
                        .map(SchemeForm::code)
                        .toList();
    }

    private static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    private static List<String> lines(String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }

    public int getPeriodMonths() {
        return periodMonths;
    }

    public void setPeriodMonths(int periodMonths) {
        this.periodMonths = periodMonths;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public void setTotal(BigDecimal total) {
        this.total = total;
    }

    public String getCategories() {
        return categories;
    }

    public void setCategories(String categories) {
        this.categories = categories;
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getReliefs() {
        return reliefs;
    }

    public void setReliefs(String reliefs) {
        this.reliefs = reliefs;
    }

    public String getWork() {
        return work;
    }

    public void setWork(String work) {
        this.work = work;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public Certainty getCertainty() {
        return certainty;
    }

    public void setCertainty(Certainty certainty) {
        this.certainty = certainty;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
