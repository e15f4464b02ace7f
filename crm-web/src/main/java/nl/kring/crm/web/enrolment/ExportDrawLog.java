package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;
import nl.kring.crm.enrolment.draw.DrawLogs;
import nl.kring.crm.enrolment.draw.PublishedDraw;
import nl.kring.crm.platform.NotFoundException;

/** The log of a draw as it was kept, letter by letter: its hash is that of this file. */
@WebServlet("/enrolment/draw-log.csv")
public class ExportDrawLog extends Download {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DrawLogs logs;

    public ExportDrawLog() {
        super("text/csv; charset=UTF-8", "loting.csv");
    }

    @Override
    String contents(UUID id) {
        PublishedDraw draw = logs.of(id);
        if (draw.log() == null) {
            throw new NotFoundException();
        }
        return draw.log().csv();
    }
}
