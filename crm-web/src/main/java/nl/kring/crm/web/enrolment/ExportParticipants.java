package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantList;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The list of participants as CSV that a Dutch spreadsheet opens: semicolons, UTF-8 with its mark, and no formula. */
@WebServlet("/enrolment/participants.csv")
public class ExportParticipants extends Download {

    private static final long serialVersionUID = 1L;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();

    @Inject
    private transient Enrolments enrolments;

    @Inject
    private transient Wording wording;

    public ExportParticipants() {
        super("text/csv; charset=UTF-8", "deelnemers.csv");
    }

    @Override
    String contents(UUID id) throws IOException {
        ParticipantList list = enrolments.participantsOf(id);
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(
                    Stream.of("name", "profession", "workplace", "state", "position", "email", "enrolled-at")
                            .map(column -> wording.text("enrolment_list-participants." + column)));
            for (Participant row : Stream.concat(list.confirmed().stream(), list.waiting().stream())
                    .toList()) {
                printer.printRecord(
                        harmless(row.name()),
                        wording.profession(row.profession()),
                        harmless(row.workplace()),
                        wording.text("values.enrolment-state." + row.state()),
                        row.position(),
                        harmless(row.email()),
                        wording.moment(row.enrolledAt()));
            }
        }
        return text.toString();
    }

    /** A cell that a spreadsheet would take for a formula becomes text. */
    static String harmless(String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
