package nl.kring.crm.intake;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.registry.provenance.RowToHandBack;
import nl.kring.crm.registry.provenance.SourceValues;

/**
 * Writes what is shown of a person into a row of a register, column by column in the way of that register. A cell is changed only
 * when the row, read again, then says exactly that and nothing else otherwise.
 */
class HandBack {

    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final List<TargetField> FIELDS = List.of(
            TargetField.BIRTH_NAME,
            TargetField.INITIALS,
            TargetField.GIVEN_NAME,
            TargetField.BIRTH_DATE,
            TargetField.BIG,
            TargetField.AGB,
            TargetField.PHONE,
            TargetField.EMAIL);

    private final List<String> headers;
    private final List<RegisterMapping.Mapped> columns;
    private final RowReader reader;

    HandBack(RegisterMapping mapping, List<String> headers, LocalDate today) {
        RegisterMapping whole = mapping.completedFor(headers);
        this.headers = headers;
        this.columns = whole.columns().stream()
                .filter(column -> !column.personal() && FIELDS.contains(column.field()))
                .toList();
        this.reader = new RowReader(whole, headers, false, today);
    }

    /** The row as it is now, or as it should be. */
    RawRow written(RowToHandBack row) {
        List<String> cells = new ArrayList<>();
        headers.forEach(header -> cells.add(row.cells().getOrDefault(header, "")));
        for (RegisterMapping.Mapped column : columns) {
            String shown = row.shown().get(column.field().word());
            int at = RegisterFile.indexOf(headers, column.header());
            SourceValues before = read(row.rowNumber(), cells).values();
            boolean otherPrefix = column.field() == TargetField.BIRTH_NAME
                    && !Objects.equals(before.birthPrefix(), row.shownPrefix());
            if (at < 0 || shown == null || otherPrefix || shown.equals(said(before, column.field()))) {
                continue;
            }
            String was = cells.set(at, written(column.field(), shown));
            SourceValues after = read(row.rowNumber(), cells).values();
            if (!shown.equals(said(after, column.field())) || differences(before, after) != 1) {
                cells.set(at, was);
            }
        }
        return new RawRow(row.rowNumber(), List.copyOf(cells));
    }

    byte[] hash(RawRow row) {
        return reader.read(row).hash();
    }

    private TypedRow read(int number, List<String> cells) {
        return reader.read(new RawRow(number, List.copyOf(cells)));
    }

    /** Phones without a plus, which a spreadsheet takes for a formula. */
    private static String written(TargetField field, String shown) {
        if (field == TargetField.BIRTH_DATE) {
            return DUTCH.format(LocalDate.parse(shown));
        }
        return field == TargetField.PHONE && shown.startsWith("+31") ? "0" + shown.substring(3) : shown;
    }

    private static String said(SourceValues values, TargetField field) {
        return switch (field) {
            case BIRTH_NAME -> values.birthName();
            case INITIALS -> values.initials();
            case GIVEN_NAME -> values.givenName();
            case BIRTH_DATE -> Objects.toString(values.birthDate(), null);
            case BIG -> values.big() == null ? null : values.big().digits();
            case AGB -> values.agb() == null ? null : values.agb().digits();
            case PHONE -> values.phone();
            case EMAIL -> values.email();
            default -> null;
        };
    }

    private static long differences(SourceValues before, SourceValues after) {
        long differences = 0;
        for (RecordComponent part : SourceValues.class.getRecordComponents()) {
            try {
                if (!Objects.equals(
                        part.getAccessor().invoke(before), part.getAccessor().invoke(after))) {
                    differences++;
                }
            } catch (ReflectiveOperationException everyRecordHasIt) {
                throw new IllegalStateException(everyRecordHasIt);
            }
        }
        return differences;
    }

    /** Whether the row is written otherwise than it was delivered. */
    boolean isChanged(RowToHandBack row, RawRow written) {
        Map<String, String> raw = RegisterMapping.raw(headers, written.cells());
        return !raw.equals(row.cells());
    }
}
