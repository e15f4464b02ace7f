package nl.kring.crm.web.accreditation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.request.AccreditationDossiers;
import nl.kring.crm.accreditation.request.AccreditationPage;
import nl.kring.crm.accreditation.request.AccreditationRequests;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.request.RequestFile;
import nl.kring.crm.accreditation.request.RequestLine;
import nl.kring.crm.accreditation.request.RequestState;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One request: what is asked while it is a draft, what was decided once it was asked. */
@Named
@ViewScoped
public class EditAccreditation implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccreditationRequests requests;

    @Inject
    private AccreditationDossiers dossiers;

    @Inject
    private Schemes schemes;

    private String edition;
    private String id;
    private AccreditationPage page;
    private RequestLine line;
    private RequestRow form;
    private Set<String> categories;
    private String reason;
    private transient Part file;

    public void load() {
        page = requests.page(ViewAccreditation.uuid(edition));
        UUID wanted = ViewAccreditation.uuid(id);
        line = page.requests().stream()
                .filter(each -> each.uuid().equals(wanted) && each.isOpen())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        categories = schemes.versions(List.of(line.scheme())).getOrDefault(line.scheme(), List.of()).stream()
                .flatMap(version -> version.categories().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        form = new RequestRow(line, page);
    }

    public void save() {
        requests.change(page.edition(), line.uuid(), line.version(), form.form());
        leave("saved");
    }

    public void grant() {
        requests.grant(page.edition(), line.uuid(), line.version(), form.grant());
        leave("granted");
    }

    public void reject() {
        requests.reject(page.edition(), line.uuid(), line.version(), reason);
        leave("rejected");
    }

    public void attach() {
        if (file == null) {
            throw new InvalidInputException("accreditation-file-missing");
        }
        try (InputStream content = file.getInputStream()) {
            dossiers.attach(
                    page.edition(),
                    line.uuid(),
                    RequestFile.of(file.getSubmittedFileName(), content.readNBytes(RequestFile.LARGEST + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        again("attached");
    }

    public void detach(UUID document) {
        dossiers.detach(page.edition(), document);
        again("detached");
    }

    private void leave(String what) {
        tell(what);
        Faces.redirect("/accreditation/view-accreditation.xhtml?id=%s", page.edition());
    }

    private void again(String what) {
        tell(what);
        Faces.redirect("/accreditation/edit-accreditation.xhtml?edition=%s&id=%s", page.edition(), line.uuid());
    }

    private static void tell(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "accreditation_edit-accreditation." + what));
    }

    public boolean isDraft() {
        return line.state() == RequestState.DRAFT;
    }

    public List<CourseType> getTypes() {
        return List.of(CourseType.values());
    }

    /** Who may accredit for this register in-house. */
    public List<String> getHolders() {
        return page.holders().stream()
                .filter(holder -> holder.scheme().equals(line.scheme()))
                .map(AccreditationPage.Holder::organisation)
                .toList();
    }

    public Set<String> getCategories() {
        return categories;
    }

    public AccreditationPage getPage() {
        return page;
    }

    public RequestLine getLine() {
        return line;
    }

    public RequestRow getForm() {
        return form;
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
