package nl.kring.crm.web.layout;

import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers where the pages and their parts lie. Faces looks for each part anew whenever a page is made, in the language of the reader
 * first, and throws an exception within for each that it does not find there.
 */
public class KnownPages extends ResourceHandlerWrapper {

    private final Map<String, ViewResource> known = new ConcurrentHashMap<>();

    /** Made by Faces, from {@code faces-config.xml}. */
    public KnownPages(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext context, String name) {
        ViewResource before = known.get(name);
        if (before != null) {
            return before;
        }
        ViewResource found = super.createViewResource(context, name);
        if (found != null) {
            known.put(name, found); // what does not exist is not remembered: there is no end of names for that
        }
        return found;
    }
}
