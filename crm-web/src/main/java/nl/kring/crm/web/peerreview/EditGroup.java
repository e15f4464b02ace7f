package nl.kring.crm.web.peerreview;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.peerreview.GroupDetail;
import nl.kring.crm.peerreview.GroupForm;
import nl.kring.crm.peerreview.GroupKind;
import nl.kring.crm.peerreview.GroupRole;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Starts a group or changes it, and who is in it. */
@Named
@ViewScoped
public class EditGroup implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeerReviewGroups groups;

    @Inject
    private Persons persons;

    @Inject
    private Me me;

    private String id;
    private GroupDetail detail;
    private GroupKind kind = GroupKind.PHARMACOTHERAPY;
    private String name;
    private LocalDate beginsOn;
    private LocalDate endsOn;
    private String wanted;
    private List<PersonLine> found = List.of();
    private GroupRole role = GroupRole.MEMBER;
    private LocalDate from;
    private LocalDate lastDay;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        if (id != null && !id.isBlank()) {
            detail = groups.detail(Asked.uuid(id), null);
            if (!detail.manages()) {
                throw new NotFoundException();
            }
            kind = detail.group().kind();
            name = detail.group().name();
            beginsOn = detail.group().beginsOn();
            endsOn = detail.group().endsOn();
        }
    }

    public void save() {
        GroupForm form = new GroupForm(kind, name, beginsOn, endsOn);
        UUID uuid;
        if (detail == null) {
            uuid = groups.add(form);
        } else {
            uuid = detail.group().uuid();
            groups.change(uuid, detail.version(), form);
        }
        again(uuid, "saved");
    }

    public void look() {
        found = wanted == null || wanted.isBlank()
                ? List.of()
                : persons.find(PersonQuery.named(wanted)).items();
    }

    public void join(UUID person) {
        groups.join(detail.group().uuid(), person, role, from);
        again(detail.group().uuid(), "joined");
    }

    public void leave(UUID member) {
        groups.leave(detail.group().uuid(), member, lastDay);
        again(detail.group().uuid(), "left");
    }

    private static void again(UUID uuid, String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "peerreview_edit-group." + what));
        Faces.redirect("/peerreview/edit-group.xhtml?id=" + uuid);
    }

    public boolean isKnown() {
        return detail != null;
    }

    public GroupDetail getDetail() {
        return detail;
    }

    public List<PersonLine> getFound() {
        return found;
    }

    public GroupKind[] getKinds() {
        return GroupKind.values();
    }

    public GroupRole[] getRoles() {
        return GroupRole.values();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public GroupKind getKind() {
        return kind;
    }

    public void setKind(GroupKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocalDate getBeginsOn() {
        return beginsOn;
    }

    public void setBeginsOn(LocalDate beginsOn) {
        this.beginsOn = beginsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public GroupRole getRole() {
        return role;
    }

    public void setRole(GroupRole role) {
        this.role = role;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
