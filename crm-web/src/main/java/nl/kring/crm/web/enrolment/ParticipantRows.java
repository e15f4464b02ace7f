package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.attendance.AttendanceSheet;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantDetails;
import nl.kring.crm.enrolment.ParticipantNumbers;
import nl.kring.crm.enrolment.desk.ParticipantSheet;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.enrolment.desk.SheetDetails;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Profession;
import org.omnifaces.util.Messages;

/** The rows of the sheet that are asked for, what is typed in them, and the totals of all. */
@Named
@ViewScoped
public class ParticipantRows implements Serializable {

    private static final long serialVersionUID = 1L;

    /** That many stand on one page: an input a cell. */
    static final int SHOWN = 100;

    @Inject
    private ParticipantSheets sheets;

    @Inject
    private ParticipantDetails details;

    @Inject
    private ParticipantNumbers numbers;

    @Inject
    private Attendances attendances;

    @Inject
    private Wording wording;

    private String state;
    private String profession;
    private String name;
    private String from;
    private ParticipantSheet sheet;
    private List<SheetRow> rows = List.of();
    private List<AttendanceSheet.Column> sessions = List.of();
    private int matching;

    /** All that have something to do with the edition, those with a seat first. */
    static Stream<Participant> all(ParticipantSheet sheet) {
        return Stream.of(
                        sheet.list().confirmed(),
                        sheet.list().offered(),
                        sheet.list().requested(),
                        sheet.list().waiting())
                .flatMap(List::stream);
    }

    public void load(ParticipantSheet opened) {
        sheet = opened;
        List<Participant> asked = all(sheet).filter(this::isAsked).toList();
        matching = asked.size();
        Map<UUID, AttendanceSheet.Row> present = present();
        rows = asked.stream()
                .skip(first())
                .limit(SHOWN)
                .map(each -> new SheetRow(each, sheet.details().get(each.uuid()), presence(present.get(each.uuid()))))
                .toList();
    }

    /** Where the page begins; an address that says something else begins at the beginning. */
    private int first() {
        return from != null && from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
    }

    private boolean isAsked(Participant each) {
        return (state == null || state.isBlank() || each.state().name().equals(state))
                && (profession == null
                        || profession.isBlank()
                        || each.profession() != null && each.profession().name().equals(profession))
                && (name == null
                        || name.isBlank()
                        || Folding.fold(each.name() + " " + each.workplace()).contains(Folding.fold(name)));
    }

    /** Where each was, once it has started. */
    private Map<UUID, AttendanceSheet.Row> present() {
        if (!sheet.started()) {
            sessions = List.of();
            return Map.of();
        }
        AttendanceSheet taken = attendances.sheet(sheet.list().editionUuid());
        sessions =
                taken.sessions().stream().filter(AttendanceSheet.Column::open).toList();
        return taken.participants().stream()
                .collect(Collectors.toMap(AttendanceSheet.Row::enrolment, Function.identity()));
    }

    private List<SheetRow.Presence> presence(AttendanceSheet.Row row) {
        return row == null
                ? List.of()
                : sessions.stream()
                        .map(session -> new SheetRow.Presence(
                                session.session(),
                                sessions.size() == 1 ? "" : wording.moment(session.startsAt()),
                                row.present().get(session.session())))
                        .toList();
    }

    /** Keeps the rows in which something is typed, each by itself. */
    public void save() {
        List<SheetRow> changed = rows.stream().filter(SheetRow::isChanged).toList();
        changed.forEach(this::keep);
        ParticipantSheet current = sheets.of(sheet.list().editionUuid());
        Map<UUID, SheetDetails> now = current.details();
        changed.forEach(
                row -> row.meet(now.getOrDefault(row.getParticipant().uuid(), row.getSeen()), row.getProblem()));
        long kept = changed.stream().filter(row -> row.getProblem() == null).count();
        if (kept == changed.size()) {
            load(current); // who was present stands otherwise now
            Messages.addGlobalInfo("{0}", wording.text("enrolment_list-participants.kept", kept));
        } else {
            Messages.addGlobalWarn("{0}", wording.text("enrolment_list-participants.not-kept", changed.size() - kept));
        }
    }

    private void keep(SheetRow row) {
        row.refuse(null);
        try {
            if (row.isWritten()) {
                details.write(row.edit());
            }
            if (row.isNumbered()) {
                numbers.tell(row.getParticipant().uuid(), row.getSeen().needed(), row.getNumber());
            }
            if (!row.marks().isEmpty()) {
                attendances.record(sheet.list().editionUuid(), row.marks());
            }
        } catch (BusinessException refused) {
            row.refuse(wording.text(
                    "refusal." + refused.code(), refused.arguments().toArray()));
        }
    }

    /** How many of each profession have a seat, the most first. */
    public List<String> getProfessionTotals() {
        return totals(sheet.list().confirmed().stream()
                .map(Participant::profession)
                .filter(Objects::nonNull)
                .map(wording::profession));
    }

    /** How many eat what, of who have a seat. */
    public List<String> getDietTotals() {
        return totals(sheet.list().confirmed().stream()
                .map(each -> sheet.details().get(each.uuid()))
                .filter(each -> each != null && each.diet() != null)
                .map(each -> each.diet().toLowerCase(Locale.ROOT)));
    }

    private static List<String> totals(Stream<String> values) {
        Map<String, Long> counted =
                values.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    /** The professions on the sheet, for choosing one. */
    public Map<String, String> getProfessions() {
        Map<String, String> found = new LinkedHashMap<>();
        all(sheet)
                .map(Participant::profession)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach((Profession each) -> found.put(wording.profession(each), each.name()));
        return found;
    }

    /** The states on the sheet, for choosing one. */
    public Map<String, String> getStates() {
        Map<String, String> found = new LinkedHashMap<>();
        all(sheet)
                .map(Participant::state)
                .distinct()
                .forEach(each -> found.put(wording.text("values.enrolment-state." + each), each.name()));
        return found;
    }

    public boolean isMore() {
        return first() + SHOWN < matching;
    }

    public int getNext() {
        return first() + SHOWN;
    }

    public int getMatching() {
        return matching;
    }

    public List<SheetRow> getRows() {
        return rows;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
