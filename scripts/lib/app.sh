# Sourced by the scripts after java.sh: app_jar prints the extracted jar, building and extracting it when needed.

app_jar() {
    local built=target/lienthong-hub.jar app=target/app
    if [ -f lienthong-hub.jar ]; then # the layout of a release: the jar beside lib/
        echo lienthong-hub.jar
        return
    fi
    if [ ! -f "$built" ]; then
        echo "building $built" >&2
        mvn -q -B -ntp -DskipTests package >&2
    fi
    if [ ! -f "$app/lienthong-hub.jar" ] || [ "$built" -nt "$app" ]; then
        rm -rf "$app" "$app.new"
        "$JAVA" -Djarmode=tools -jar "$built" extract --destination "$app.new" >&2
        mv "$app.new" "$app"
        touch "$app"
    fi
    echo "$app/lienthong-hub.jar"
}
