package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantList;
import nl.kring.crm.platform.CsvExport;

/** The list of participants as CSV that a Dutch spreadsheet opens: semicolons, UTF-8 with its mark, and no formula. */
@WebServlet("/enrolment/participants.csv")
public class ExportParticipants extends Download {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Enrolments enrolments;

    @Inject
    private transient Wording wording;

    public ExportParticipants() {
        super("text/csv; charset=UTF-8", "deelnemers.csv");
    }

    @Override
    String contents(UUID id) {
        ParticipantList list = enrolments.participantsOf(id);
        List<String> header = Stream.of("name", "profession", "workplace", "state", "position", "email", "enrolled-at")
                .map(column -> wording.text("enrolment_list-participants." + column))
                .toList();
        return "\uFEFF"
                + CsvExport.text(
                        ';',
                        header,
                        Stream.of(list.confirmed(), list.offered(), list.waiting(), list.requested())
                                .flatMap(List::stream)
                                .map(this::cells)
                                .toList());
    }

    private List<String> cells(Participant row) {
        return Arrays.asList(
                row.name(),
                wording.profession(row.profession()),
                row.workplace(),
                wording.text("values.enrolment-state." + row.state()),
                row.position() == null ? null : row.position().toString(),
                row.email(),
                wording.moment(row.enrolledAt()));
    }
}
