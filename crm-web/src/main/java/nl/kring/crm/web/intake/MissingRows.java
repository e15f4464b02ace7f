package nl.kring.crm.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.Deliveries;
import nl.kring.crm.intake.ImportRun;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.intake.MissingRow;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The rows that a delivery no longer had: what they say ends, or stays. */
@Named
@ViewScoped
public class MissingRows implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Imports imports;

    @Inject
    private Deliveries deliveries;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String id;

    private UUID uuid;
    private LocalDate lastDay;
    private transient ImportRun run;
    private transient List<MissingRow> rows;

    public void load() {
        uuid = ViewImport.uuidOf(id);
        lastDay = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)).minusDays(1);
        read();
    }

    public void end(MissingRow row) {
        int proposed = deliveries.end(
                uuid, row.record(), lastDay, text("reason", run().getRegister().getName()));
        Messages.addGlobalInfo("{0}", text(proposed > 0 ? "proposed" : "ended", row.personName()));
        read();
    }

    public void keep(MissingRow row) {
        deliveries.keep(uuid, row.record());
        Messages.addGlobalInfo("{0}", text("kept", row.personName()));
        read();
    }

    private void read() {
        run = imports.find(uuid);
        rows = deliveries.missing(uuid);
    }

    private ImportRun run() {
        if (run == null) {
            read();
        }
        return run;
    }

    private static String text(String key, String about) {
        return Texts.of(Faces.getLocale(), "intake_missing-rows." + key, about);
    }

    public ImportRun getRun() {
        return run();
    }

    public List<MissingRow> getRows() {
        run();
        return rows;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
