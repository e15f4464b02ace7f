package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
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

    public void load() {
        edition = editions.edition(Wording.uuid(id));
        if (!edition.own() || !me.isStaff()) {
            throw new NotFoundException();
        }
    }

    /** Shows who is meant by each line; nobody is enrolled. */
    public void look() throws IOException {
        lines = lists.preview(edition.uuid(), given()).stream()
                .map(ListedLine::new)
                .toList();
    }

    private List<String> given() throws IOException {
        if (file == null || file.getSize() == 0) {
            return block == null ? List.of() : block.lines().toList();
        }
        try (InputStream content = file.getInputStream()) {
            return ListFile.lines(content.readAllBytes());
        }
    }

    /** Enrols who is chosen. What is refused stays to be tried again. */
    public void apply() {
        List<AppliedLine.Chosen> chosen = new ArrayList<>();
        for (ListedLine each : lines) {
            if (each.isToDo() && isKnown(each)) {
                chosen.add(new AppliedLine.Chosen(each.getLine().number(), each.person()));
            }
        }
        if (lines.stream().noneMatch(ListedLine::isToDo)) {
            throw new InvalidInputException("names-nobody-chosen");
        }
        for (AppliedLine done : lists.apply(edition.uuid(), key, chosen)) {
            lines.get(done.number() - 1).ended(outcome(done), done.refused());
        }
    }

    /** Adds who is not in the register yet; a name that cannot be one is told with its line. */
    private boolean isKnown(ListedLine line) {
        if (!line.isNew()) {
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
        return lines.stream().anyMatch(ListedLine::isLeft);
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
