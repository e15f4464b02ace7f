package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.agenda.venue.VenueDetail;
import nl.kring.crm.agenda.venue.VenueForm;
import nl.kring.crm.agenda.venue.Venues;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Adds a venue, or changes what is known of it. */
@Named
@ViewScoped
public class EditVenue implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Venues venues;

    @Inject
    private Me me;

    private String id;
    private VenueDetail detail;
    private String name;
    private String address;
    private String place;
    private String contact;
    private String email;
    private String phone;
    private Integer capacity;
    private String notes;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        if (id != null && !id.isBlank()) {
            detail = venues.detail(EditionId.of(id));
            VenueForm form = detail.form();
            name = form.name();
            address = form.address();
            place = form.place();
            contact = form.contact();
            email = form.email();
            phone = form.phone();
            capacity = form.capacity();
            notes = form.notes();
        }
    }

    public void save() {
        VenueForm form = new VenueForm(name, address, place, contact, email, phone, capacity, notes);
        UUID uuid;
        if (detail == null) {
            uuid = venues.add(form);
        } else {
            uuid = detail.uuid();
            venues.change(uuid, detail.version(), form);
        }
        again(uuid, "saved");
    }

    public void retire() {
        venues.retire(detail.uuid());
        again(detail.uuid(), "retire.done");
    }

    public void bringBack() {
        venues.bringBack(detail.uuid());
        again(detail.uuid(), "bring-back.done");
    }

    private static void again(UUID uuid, String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_edit-venue." + what));
        Faces.redirect("/agenda/edit-venue.xhtml?id=" + uuid);
    }

    public boolean isKnown() {
        return detail != null;
    }

    public boolean isRetired() {
        return detail != null && detail.retired();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(Integer capacity) {
        this.capacity = capacity;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }
}
