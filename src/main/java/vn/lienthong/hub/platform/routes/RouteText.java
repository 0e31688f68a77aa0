package vn.lienthong.hub.platform.routes;

/** A file of routes as it was loaded, its name below the folder of routes. */
public record RouteText(String name, String text) {

    /** The file's own name without its folder and ending. */
    String group() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.substring(0, file.indexOf('.'));
    }
}
