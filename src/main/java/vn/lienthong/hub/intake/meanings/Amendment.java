package vn.lienthong.hub.intake.meanings;

import vn.lienthong.hub.platform.diff.LineDiff;

/**
 * How one file of the configuration would change.
 *
 * @param base the version it is made from
 */
record Amendment(long base, String path, String before, String after) {

    String diff() {
        return LineDiff.of("config/" + path, before, after);
    }
}
