 (func $driver/filetests/loop:sumOfSquares (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local.set $1
   (i32.const 0)
  )
  (local.set $2
   (i32.const 1)
  )
  (block $block
   (loop $label
    (br_if $block
     (i32.gt_s
      (local.get $2)
      (local.get $0)
     )
    )
    (local.set $1
     (i32.add
      (local.get $1)
      (i32.mul
       (local.get $2)
       (local.get $2)
      )
     )
    )
    (local.set $2
     (i32.add
      (local.get $2)
      (i32.const 1)
     )
    )
    (br $label)
   )
  )
  (return
   (local.get $1)
  )
  (unreachable)
 )
