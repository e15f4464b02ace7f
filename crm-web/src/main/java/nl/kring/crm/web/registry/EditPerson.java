package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.FieldCard;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonEdit;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Says that a field of a person is otherwise: it was wrong, or it changed on a day. Shows what the sources say. */
@Named
@ViewScoped
public class EditPerson implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FURTHER = "FURTHER";

    @Inject
    private Persons persons;

    @Inject
    @Param
    private String id;

    @Inject
    @Param(name = "field")
    private String fieldName;

    @Inject
    @Param(name = "slot")
    private String slot;

    private PersonField field;
    private PersonCard card;
    private final List<FieldDraft> drafts = new ArrayList<>();
    private String qualifier;
    private boolean change;
    private LocalDate from;
    private LocalDate until;
    private String overrideReason;
    private String reason;
    private boolean overtaken;

    public void load() {
        try {
            field = PersonField.of(fieldName);
        } catch (InvalidInputException unknown) {
            throw new NotFoundException();
        }
        card = persons.card(ViewPerson.uuid(id));
        slot = slot == null || slot.isBlank() ? null : slot;
        String place = slot == null ? "" : slot;
        drafts.add(new FieldDraft(card.field(field), place));
        if (field == PersonField.PARTNER_NAME) {
            drafts.add(new FieldDraft(card.field(PersonField.NAME_USAGE), ""));
        }
        qualifier = place.isEmpty() ? usual(field) : field == PersonField.PROFESSION ? FURTHER : place;
    }

    private static String usual(PersonField field) {
        return switch (field) {
            case MOBILE -> PersonField.PRIVATE;
            case PHONE, ADDRESS -> PersonField.WORK;
            case EMAIL -> PersonField.PERSONAL;
            default -> null;
        };
    }

    /** When somebody else was first, both versions are shown and the choice is made field by field. */
    public void save() {
        try {
            PersonEdit edit = edit();
            List<UUID> said = edit == null
                    ? List.of()
                    : change ? persons.changeFrom(card.uuid(), from, edit) : persons.correct(card.uuid(), edit);
            String undo = said.stream().map(UUID::toString).collect(Collectors.joining(","));
            Faces.redirect(ViewPerson.address(card.uuid()) + (said.isEmpty() ? "" : "&undo=" + undo));
        } catch (EditConflictException e) {
            card = persons.card(card.uuid());
            drafts.forEach(draft -> draft.look(card.field(draft.getField())));
            overtaken = true;
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "refusal." + e.code()));
        } catch (ProposalNeededException e) {
            Faces.setFlashAttribute("proposed", new String[] {getPrimary().getValue(), reason, overrideReason});
            Faces.redirect("/governance/propose-change.xhtml?id=" + card.uuid() + "&field=" + field.code()
                    + (qualifier == null ? "" : "&qualifier=" + qualifier));
        }
    }

    /** What is chosen to be said; null when everything stays as somebody else left it. */
    private PersonEdit edit() {
        List<FieldDraft> chosen = drafts.stream()
                .filter(draft -> !draft.isKeepTheirs() && (draft == getPrimary() || draft.isTyped()))
                .toList();
        if (chosen.isEmpty()) {
            return null;
        }
        PersonEdit edit = new PersonEdit(reason, card.version()).overriding(overrideReason);
        chosen.forEach(draft -> draft.into(edit, draft == getPrimary() ? qualified() : null));
        if (!change && (from != null || until != null)) {
            edit.during(new Period(from, until));
        }
        return edit;
    }

    /** A further profession is named by itself; to be none any more by the slot that it stands in. */
    private String qualified() {
        String value = getPrimary().getValue();
        if (field == PersonField.PROFESSION) {
            return qualifier == null || qualifier.isBlank() || value == null || value.isBlank() ? slot : value;
        }
        return qualifier == null || qualifier.isBlank() ? null : qualifier;
    }

    public PersonField getField() {
        return field;
    }

    public FieldCard getFieldCard() {
        return card.field(field);
    }

    public PersonCard getCard() {
        return card;
    }

    public FieldDraft getPrimary() {
        return drafts.get(0);
    }

    public List<FieldDraft> getDrafts() {
        return drafts;
    }

    /** How the partner's name is used, which changes with it. */
    public FieldDraft getUsage() {
        return drafts.size() > 1 ? drafts.get(1) : null;
    }

    public boolean isOvertaken() {
        return overtaken;
    }

    public String getQualifier() {
        return qualifier;
    }

    public void setQualifier(String qualifier) {
        this.qualifier = qualifier;
    }

    public boolean isChange() {
        return change;
    }

    public void setChange(boolean change) {
        this.change = change;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(String overrideReason) {
        this.overrideReason = overrideReason;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
