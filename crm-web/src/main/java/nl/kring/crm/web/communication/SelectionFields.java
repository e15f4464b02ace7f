package nl.kring.crm.web.communication;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.enrolment.mailing.Selection;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Municipalities;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.workbench.SavedViewLine;

/** The fields of a selection of the register, also as a part of an address. */
public class SelectionFields implements Serializable {

    private static final long serialVersionUID = 1L;

    /** An organisation that can be chosen. */
    public record Choice(String uuid, String name) implements Serializable {}

    /** The page whose kept views are the selections that were kept. */
    static final String PAGE = "/communication/export-addresses.xhtml";

    private final ArrayList<Choice> organisations;
    private final ArrayList<SavedViewLine> saved;
    private String chosen;
    private List<String> professions = new ArrayList<>();
    private String municipality;
    private String membersOf;
    private boolean organisersMembers;
    private boolean again;
    private boolean waiting;
    private Selection.Sheet sheet;

    SelectionFields(List<Organisation> organisations, List<SavedViewLine> saved) {
        this.saved = new ArrayList<>(saved);
        this.organisations = new ArrayList<>(organisations.stream()
                .map(each -> new Choice(each.getUuid().toString(), each.getName()))
                .toList());
    }

    Selection selection() {
        return new Selection(
                professions(professions.toArray(String[]::new)),
                municipality,
                uuid(membersOf),
                organisersMembers,
                again,
                waiting,
                sheet);
    }

    /** Only those that the sheet of participants shows. */
    void takeSheet(String state, String profession, String name) {
        sheet = new Selection.Sheet(state, name);
        professions =
                profession == null || profession.isBlank() ? new ArrayList<>() : new ArrayList<>(List.of(profession));
    }

    /** Whether it comes from the sheet of participants. */
    public boolean isOfSheet() {
        return sheet != null;
    }

    /** Takes the selection that was kept and chosen. */
    void useChosen() {
        saved.stream()
                .filter(each -> each.uuid().toString().equals(chosen))
                .findFirst()
                .ifPresent(view -> {
                    professions = new ArrayList<>();
                    municipality = null;
                    membersOf = null;
                    for (String part : view.query().split("&")) {
                        String[] pair = part.split("=", 2);
                        String value = pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
                        switch (pair[0]) {
                            case "profession" -> professions.add(value);
                            case "municipality" -> municipality = value;
                            case "members" -> membersOf = value;
                            default -> {
                                // what is not of the register is said on the page
                            }
                        }
                    }
                });
    }

    public List<SavedViewLine> getSaved() {
        return saved;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    /** What stands behind the question mark of a file's address. */
    String question() {
        StringBuilder question = new StringBuilder();
        professions.forEach(each -> add(question, "profession", each));
        add(question, "municipality", municipality);
        add(question, "members", membersOf);
        add(question, "organisers", organisersMembers ? "true" : null);
        add(question, "again", again ? "true" : null);
        add(question, "waiting", waiting ? "true" : null);
        if (sheet != null) {
            add(question, "sheet", "true");
            add(question, "state", sheet.state());
            add(question, "name", sheet.name());
        }
        return question.toString();
    }

    private static void add(StringBuilder question, String name, String value) {
        if (value != null && !value.isBlank()) {
            question.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** The selection that an address names. */
    static Selection of(HttpServletRequest request) {
        String[] wanted = request.getParameterValues("profession");
        return new Selection(
                professions(wanted == null ? new String[0] : wanted),
                request.getParameter("municipality"),
                uuid(request.getParameter("members")),
                "true".equals(request.getParameter("organisers")),
                "true".equals(request.getParameter("again")),
                "true".equals(request.getParameter("waiting")),
                "true".equals(request.getParameter("sheet"))
                        ? new Selection.Sheet(request.getParameter("state"), request.getParameter("name"))
                        : null);
    }

    private static Set<Profession> professions(String... names) {
        Set<Profession> chosen = EnumSet.noneOf(Profession.class);
        Arrays.stream(Profession.values())
                .filter(each -> Arrays.asList(names).contains(each.name()))
                .forEach(chosen::add);
        return chosen;
    }

    /** The UUID in an address or a field; null for none. */
    static UUID uuid(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException namesNothing) {
            throw new NotFoundException();
        }
    }

    public Profession[] getAllProfessions() {
        return Profession.values();
    }

    public List<String> getMunicipalities() {
        return Municipalities.names();
    }

    public List<Choice> getOrganisations() {
        return organisations;
    }

    public List<String> getProfessions() {
        return professions;
    }

    public void setProfessions(List<String> professions) {
        this.professions = professions;
    }

    public String getMunicipality() {
        return municipality;
    }

    public void setMunicipality(String municipality) {
        this.municipality = municipality;
    }

    public String getMembersOf() {
        return membersOf;
    }

    public void setMembersOf(String membersOf) {
        this.membersOf = membersOf;
    }

    public boolean isOrganisersMembers() {
        return organisersMembers;
    }

    public void setOrganisersMembers(boolean organisersMembers) {
        this.organisersMembers = organisersMembers;
    }

    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public void setWaiting(boolean waiting) {
        this.waiting = waiting;
    }
}
