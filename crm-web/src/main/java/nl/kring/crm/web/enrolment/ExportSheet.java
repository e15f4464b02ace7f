package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.desk.ParticipantSheet;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.enrolment.desk.SheetDetails;
import nl.kring.crm.web.platform.ExportFile;

/** The sheet of participants as a file for a spreadsheet, with payer, diet and note. */
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
            "note",
            "email",
            "enrolled-at");

    @Inject
    private transient ParticipantSheets sheets;

    @Inject
    private transient Wording wording;

    public ExportSheet() {
        super("deelnemers");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        ParticipantSheet sheet = sheets.of(Wording.uuid(request.getParameter("id")));
        return file -> {
            file.row(COLUMNS.stream()
                    .map(column -> wording.text("enrolment_list-participants." + column))
                    .toList());
            for (Participant each : (Iterable<Participant>) ParticipantRows.all(sheet)::iterator) {
                file.row(cells(each, sheet.details().get(each.uuid())));
            }
        };
    }

    private List<String> cells(Participant row, SheetDetails details) {
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
                details.note(),
                row.email(),
                wording.moment(row.enrolledAt()));
    }
}
