package nl.kring.crm.web.workbench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AgendaQuery;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.attendance.Certificate;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.enrolment.EnrolmentLine;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.MyEnrolments;
import nl.kring.crm.intake.ImportRun;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.web.layout.Me;

/** What is near and what is new, for each role its own. */
@Named
@RequestScoped
public class Today {

    private static final int SHOWN = 5;
    private static final Duration AHEAD = Duration.ofDays(56);

    @Inject
    private Editions editions;

    @Inject
    private Imports imports;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Certificates certificates;

    @Inject
    private Clock clock;

    private List<EditionLine> nextEditions = List.of();
    private List<ImportRun> lastImports = List.of();
    private List<EnrolmentLine> nextEnrolments = List.of();
    private List<Certificate> lastCertificates = List.of();

    public void load(Me me) {
        if (me.isStaff()) {
            Instant now = clock.instant();
            nextEditions = editions.agenda(new AgendaQuery(
                            now, now.plus(AHEAD), me.getOrganisation().getCode(), null, null, SHOWN, null))
                    .items();
        }
        if (me.isStaff() || me.isPlatformAdmin()) {
            lastImports = imports.recent().stream().limit(SHOWN).toList();
        }
        if (me.isProfessional()) {
            MyEnrolments mine = enrolments.mine();
            nextEnrolments = Stream.concat(mine.upcoming().stream().limit(SHOWN), mine.waiting().stream())
                    .toList();
            lastCertificates = certificates.mine().stream().limit(SHOWN).toList();
        }
    }

    public List<EditionLine> getNextEditions() {
        return nextEditions;
    }

    public List<ImportRun> getLastImports() {
        return lastImports;
    }

    public List<EnrolmentLine> getNextEnrolments() {
        return nextEnrolments;
    }

    public List<Certificate> getLastCertificates() {
        return lastCertificates;
    }
}
