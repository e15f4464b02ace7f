package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.attendance.AttendanceSheet;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.desk.ParticipantSheet;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.enrolment.desk.SheetDetails;
import nl.kring.crm.web.platform.ExportFile;

/** The sheet of participants as a file for a spreadsheet, with payer, diet, attendance and note. */
@WebServlet("/enrolment/participants-file")
public class ExportSheet extends ExportFile {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of(
            "name",
            "profession",
            "workplace",
            "number",
            "state",
            "position",
            "payer",
            "reference",
            "diet",
            "present",
            "note",
            "email",
            "enrolled-at");

    @Inject
    private transient ParticipantSheets sheets;

    @Inject
    private transient Attendances attendances;

    @Inject
    private transient Wording wording;

    public ExportSheet() {
        super("deelnemers");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        ParticipantSheet sheet = sheets.of(Wording.uuid(request.getParameter("id")));
        Map<UUID, String> present = sheet.started() ? present(sheet) : Map.of();
        return file -> {
            file.row(COLUMNS.stream()
                    .map(column -> wording.text("enrolment_list-participants." + column))
                    .toList());
            for (Participant each : (Iterable<Participant>) ParticipantRows.all(sheet)::iterator) {
                file.row(cells(each, sheet.details().get(each.uuid()), present.get(each.uuid())));
            }
        };
    }

    /** By enrolment, whether somebody was there: at each session that has come, when there are more than one. */
    private Map<UUID, String> present(ParticipantSheet sheet) {
        AttendanceSheet taken = attendances.sheet(sheet.list().editionUuid());
        List<AttendanceSheet.Column> sessions =
                taken.sessions().stream().filter(AttendanceSheet.Column::open).toList();
        return taken.participants().stream()
                .collect(Collectors.toMap(
                        AttendanceSheet.Row::enrolment,
                        row -> sessions.stream()
                                .filter(session -> row.present().get(session.session()) != null)
                                .map(session -> (sessions.size() == 1 ? "" : wording.moment(session.startsAt()) + ": ")
                                        + wording.text("enrolment_list-participants."
                                                + (row.present().get(session.session()) ? "yes" : "no")))
                                .collect(Collectors.joining("; "))));
    }

    private List<String> cells(Participant row, SheetDetails details, String present) {
        String payer = details.payer() == null ? null : wording.text("values.payer-kind." + details.payer());
        return Arrays.asList(
                row.name(),
                wording.profession(row.profession()),
                row.workplace(),
                details.number(),
                wording.text("values.enrolment-state." + row.state()),
                row.position() == null ? null : row.position().toString(),
                Stream.of(payer, details.payerName())
                        .filter(part -> part != null)
                        .reduce((kind, whose) -> kind + ": " + whose)
                        .orElse(null),
                details.reference(),
                details.diet(),
                present,
                details.note(),
                row.email(),
                wording.moment(row.enrolledAt()));
    }
}
