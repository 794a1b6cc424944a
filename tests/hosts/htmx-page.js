// A page in which htmx puts fragments of the server into places, with the element in them.

import 'circular-letter/define';
import 'htmx.org';
