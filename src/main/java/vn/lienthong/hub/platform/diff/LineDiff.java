package vn.lienthong.hub.platform.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The lines that go and come between two texts, with some around them, as reviewers know them. */
public final class LineDiff {

    private static final int AROUND = 3;

    private LineDiff() {}

    /** Empty when nothing differs. */
    public static String of(String name, String before, String after) {
        return of(name, before, name, after);
    }

    /** Of texts that have names of their own. */
    public static String of(String oldName, String before, String newName, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        return String.join(
                "\n", UnifiedDiffUtils.generateUnifiedDiff(oldName, newName, old, DiffUtils.diff(old, fresh), AROUND));
    }
}
