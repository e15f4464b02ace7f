package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.desk.NameLists;
import nl.kring.crm.intake.Lookalikes;
import nl.kring.crm.intake.Newcomer;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.CsvExport;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** A list of names, pasted or in a file, is looked at and then enrolled line by line. */
@Named
@ViewScoped
public class PasteParticipants implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Inject
    private NameLists lists;

    @Inject
    private Rehearsals rehearsals;

    @Inject
    private Editions editions;

    @Inject
    private Lookalikes lookalikes;

    @Inject
    private Wording wording;

    @Inject
    private Me me;

    private final String key = UUID.randomUUID().toString();
    private String id;
    private String block;
    private transient Part file;
    private EditionDetail edition;
    private List<ListedLine> lines = List.of();
    private MailPreview preview;
    private List<String> seen;
    private int ofStranger;

    public void load() {
        edition = editions.edition(Wording.uuid(id));
        if (!edition.own() || !me.isStaff()) {
            throw new NotFoundException();
        }
    }

    /** Shows who is meant by each line, and what would come of it; nobody is enrolled. */
    public void look() throws IOException {
        lines = lists.preview(edition.uuid(), ListFile.given(file, block)).stream()
                .map(ListedLine::new)
                .toList();
        rehearse();
    }

    private void rehearse() {
        List<ListedLine> chosen =
                lines.stream().filter(line -> line.isToDo() && !line.isAdded()).toList();
        Rehearsal rehearsal = rehearsals.ofStaff(
                edition.uuid(),
                chosen.stream().map(ListedLine::person).distinct().toList());
        Map<UUID, Rehearsal.Outlook> outlooks =
                rehearsal.outlooks().stream().collect(Collectors.toMap(Rehearsal.Outlook::person, Function.identity()));
        lines.forEach(line -> line.expect(chosen.contains(line) ? outlooks.get(line.person()) : null));
        preview = rehearsal.mails();
        ofStranger = rehearsal.ofStranger();
        seen = choices();
    }

    private List<String> choices() {
        return lines.stream()
                .filter(ListedLine::isToDo)
                .map(line -> line.getLine().number() + " " + line.getChosen())
                .toList();
    }

    /** Whether somebody is to be added to the register first, of whom nothing can be told yet. */
    public boolean isNewcomers() {
        return lines.stream().anyMatch(line -> line.isToDo() && line.isAdded());
    }

    /** Enrols who is chosen, once it was shown what would come of it. What is refused stays to be tried again. */
    public void apply() {
        if (lines.stream().noneMatch(ListedLine::isToDo)) {
            throw new InvalidInputException("names-nobody-chosen");
        }
        if (!choices().equals(seen)) {
            rehearse();
            return;
        }
        List<AppliedLine.Chosen> chosen = new ArrayList<>();
        for (ListedLine each : lines) {
            if (each.isToDo() && isKnown(each)) {
                chosen.add(each.chosen(ofStranger));
            }
        }
        for (AppliedLine done : lists.apply(edition.uuid(), key, chosen)) {
            lines.get(done.number() - 1).ended(outcome(done), done.refused());
        }
        preview = null;
        seen = null;
    }

    /** Adds who is not in the register yet; a name that cannot be one is told with its line. */
    private boolean isKnown(ListedLine line) {
        if (!line.isAdded()) {
            return true;
        }
        try {
            String text = line.getLine().text();
            line.becomes(lookalikes.add(TypedName.person(text), new Newcomer(TypedName.values(text))));
            return true;
        } catch (BusinessException refused) {
            line.ended(
                    wording.text(
                            "refusal." + refused.code(), refused.arguments().toArray()),
                    true);
            return false;
        }
    }

    private String outcome(AppliedLine done) {
        if (done.refused()) {
            return wording.text("refusal." + done.refusal(), done.arguments().toArray());
        }
        String state = wording.text("values.enrolment-state." + done.state());
        return done.position() == null ? state : state + " " + done.position();
    }

    /** The lines that nobody was enrolled for, with the reason, as a file for a spreadsheet. */
    public void download() throws IOException {
        List<List<String>> left = lines.stream()
                .filter(ListedLine::isLeft)
                .map(each -> List.of(
                        String.valueOf(each.getLine().number()),
                        each.getLine().text().replace('\t', ' '),
                        each.getOutcome() == null
                                ? Texts.of(
                                        DUTCH,
                                        "enrolment_paste-participants.found."
                                                + each.getLine().found())
                                : each.getOutcome()))
                .toList();
        List<String> header = List.of(
                Texts.of(DUTCH, "enrolment_paste-participants.line"),
                Texts.of(DUTCH, "enrolment_paste-participants.given"),
                Texts.of(DUTCH, "enrolment_paste-participants.why"));
        Faces.sendFile(
                ("\uFEFF" + CsvExport.text(';', header, left)).getBytes(StandardCharsets.UTF_8),
                "niet-ingeschreven.csv",
                true);
    }

    public boolean isLooked() {
        return !lines.isEmpty();
    }

    /** Whether something was tried and is left over. */
    public boolean isLeftOver() {
        return lines.stream().anyMatch(line -> line.getOutcome() != null)
                && lines.stream().anyMatch(ListedLine::isLeft);
    }

    /** Whether a number of any of them is missing. */
    public boolean isNumbersNeeded() {
        return lines.stream().anyMatch(line -> !line.getNumbers().isEmpty());
    }

    /** What somebody pays who is not in the register yet. */
    public int getOfStranger() {
        return ofStranger;
    }

    /** What would be sent; null when nothing is left to be shown. */
    public MailPreview getPreview() {
        return preview;
    }

    public List<ListedLine> getLines() {
        return lines;
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getBlock() {
        return block;
    }

    public void setBlock(String block) {
        this.block = block;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
